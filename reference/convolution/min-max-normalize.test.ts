import { expect, test } from 'vitest';
import { vector } from '../ndarray.ts';
import { minMaxNormalize, minMaxNormalizeGradient } from './min-max-normalize.ts';

const FAR = 2 ** 1023;

test('a spread beyond the largest number has the shares that a small one has, to the last bit', () => {
  const x = [-1.9, 0.35, 1.8, 0.1];
  expect(minMaxNormalize(vector(x.map((xi) => xi * FAR)))).toEqual(minMaxNormalize(vector(x)));
});

test('there the slope is that of a small one over the factor', () => {
  const upstream = vector([1, -2, 0.5]);
  const { x: near } = minMaxNormalizeGradient(upstream, vector([-1, 0, 1]));
  const { x: far } = minMaxNormalizeGradient(upstream, vector([-FAR, 0, FAR]));
  expect(near).toEqual(vector([0.5, -1, 0.5]));
  expect(far).toEqual(vector([0.5 / FAR, -1 / FAR, 0.5 / FAR]));
});

test('an infinite element is not halved', () => {
  expect(minMaxNormalize(vector([Infinity, 1]))).toEqual(vector([Number.NaN, 0]));
});

test('the smallest numbers, which have no halves, are taken as they are', () => {
  expect(minMaxNormalize(vector([0, Number.MIN_VALUE, 3 * Number.MIN_VALUE]))).toEqual(vector([0, 1 / 3, 1]));
});
