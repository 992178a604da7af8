import { expect, test } from 'vitest';
import { matrix, toNested } from '../ndarray.ts';
import { categoricalCrossEntropyGradient } from './categorical-cross-entropy.ts';

test('by logits the gradient takes the sum of the targets, whatever it is', () => {
  // By hand: the probabilities are 1/2, so the slopes are 1/2 * 2 - 2 and 1/2 * 2 - 0.
  const { y } = categoricalCrossEntropyGradient(1, matrix([[0, 0]]), matrix([[2, 0]]), { fromLogits: true });
  expect(toNested(y)).toEqual([[-1, 1]]);
});

test('by a probability of 0 under a target of 0 the gradient is 0', () => {
  const { y } = categoricalCrossEntropyGradient(1, matrix([[0, 1]]), matrix([[0, 1]]));
  expect(toNested(y)).toEqual([[0, -1]]);
});
