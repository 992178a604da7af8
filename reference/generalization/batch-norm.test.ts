import { expect, test } from 'vitest';
import { matrix, toNested, vector } from '../ndarray.ts';
import { batchNormGradient } from './batch-norm.ts';

test('if the variance is 0 the slope of its square root is taken as 0', () => {
  const [zero, one] = [vector([0]), vector([1])];
  const options = { gamma: one, beta: zero, mean: zero, variance: zero, training: false, epsilon: 0.5 };
  const upstream = { y: matrix([[1], [1]]), mean: zero, variance: vector([3]) };
  const gradient = batchNormGradient(upstream, matrix([[1], [2]]), { ...options, epsilonInside: false });
  // By hand: (x - 0) / 0.5 has the slope 2; the variance that is handed through has the slope of its own upstream.
  expect(toNested(gradient.x)).toEqual([[2], [2]]);
  expect(toNested(gradient.gamma)).toEqual([6]);
  expect(toNested(gradient.variance)).toEqual([3]);
});
