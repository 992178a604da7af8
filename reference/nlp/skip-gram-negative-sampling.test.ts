import { expect, test } from 'vitest';
import { matrix, vector } from '../ndarray.ts';
import { skipGramNegativeSamplingGradient } from './skip-gram-negative-sampling.ts';

test('an upstream gradient that is not a number is refused', () => {
  const [v, rows] = [vector([1, 2]), matrix([[3, 4]])];
  expect(() => skipGramNegativeSamplingGradient(Number.NaN, v, v, rows)).toThrow(/^upstream: /);
});
