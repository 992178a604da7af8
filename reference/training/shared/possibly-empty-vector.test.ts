import { expect, test } from 'vitest';
import { matrix, type NdArray, vector } from '../../ndarray.ts';
import { possiblyEmptyVector } from './possibly-empty-vector.ts';

test('gives the length of a vector, 0 where it is empty', () => {
  expect(possiblyEmptyVector('random', vector([]))).toBe(0);
  expect(possiblyEmptyVector('random', vector([3, 4]))).toBe(2);
});

test('refuses what is not a vector, and names it', () => {
  const list = [1, 2] as unknown as NdArray;
  expect(() => possiblyEmptyVector('random', list)).toThrow(
    new TypeError('random: expected a vector as an ndarray, got an array of length 2'),
  );
  expect(() => possiblyEmptyVector('random', matrix([[1, 2]]))).toThrow(
    new RangeError('random: expected a vector [n], got shape [1, 2]'),
  );
});
