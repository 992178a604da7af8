import { expect, test } from 'vitest';
import { toNested, vector } from '../ndarray.ts';
import { clipByValueGradient } from './clip-by-value.ts';

test('at the ends of the range what arrives passes', () => {
  const gradient = clipByValueGradient(vector([2, 3, 5, 7]), vector([-1, 1, -1.5, 1.5]), -1, 1).gradient;
  expect(toNested(gradient)).toEqual([2, 3, 0, 0]);
});
