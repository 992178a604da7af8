import { expect, test } from 'vitest';
import { matrix, toNested } from '../ndarray.ts';
import { klGaussian, klGaussianGradient } from './kl-gaussian.ts';

test('a ratio of variances beyond the largest number makes the divergence infinite', () => {
  const mean = matrix([[1]]);
  expect(klGaussian(mean, matrix([[1e308]]), mean, matrix([[-1e308]]))).toBe(Infinity);
  expect(klGaussian(mean, matrix([[800]]), mean, matrix([[0]]))).toBe(Infinity);
});

test('equal means lie 0 deviations apart, however small the deviation', () => {
  const [mean, tiny] = [matrix([[1]]), matrix([[-4000]])];
  expect(klGaussian(mean, tiny, mean, tiny)).toBe(0);
});

test('and nothing pulls them apart', () => {
  const [mean, tiny] = [matrix([[1]]), matrix([[-4000]])];
  const { mean: pull, otherMean } = klGaussianGradient(1, mean, tiny, mean, tiny);
  expect([toNested(pull), toNested(otherMean)]).toEqual([[[0]], [[-0]]]);
});
