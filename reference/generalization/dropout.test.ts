import { expect, test } from 'vitest';
import { matrix } from '../ndarray.ts';
import { dropout } from './dropout.ts';

test('a seed is a whole number of 32 bits', () => {
  for (const seed of [0, 2 ** 32 - 1]) expect(dropout(matrix([[1, 2]]), seed).shape).toEqual([1, 2]);
  for (const seed of [-1, 2 ** 32])
    expect(() => dropout(matrix([[1, 2]]), seed)).toThrow(/^random: expected an integer/);
});
