import { expect, test } from 'vitest';
import { toNested, vector } from '../ndarray.ts';
import { binaryCrossEntropy, binaryCrossEntropyGradient } from './binary-cross-entropy.ts';

// Central differences cannot be taken so close to the ends of the clipped range.

test.each([
  ['just inside the lower end', 0.25 + 1e-7, 1, -1 / (0.25 + 1e-7)],
  ['at the lower end', 0.25, 1, -4],
  ['just below the lower end', 0.25 - 1e-7, 1, 0],
  ['just inside the upper end', 0.75 - 1e-7, 0, 1 / (0.25 + 1e-7)],
  ['at the upper end', 0.75, 0, 4],
  ['just above the upper end', 0.75 + 1e-7, 0, 0],
])('the slope of a clipped probability %s', (_where, p, target, slope) => {
  const { y } = binaryCrossEntropyGradient(1, vector([p]), vector([target]), { clip: 0.25 });
  expect(toNested(y)).toEqual([expect.closeTo(slope, 10)]);
});

test.each([-(2 ** -52), 0.5, 0.6])('probabilities cannot be clipped to %s and more', (clip) => {
  const loss = () => binaryCrossEntropy(vector([0.5]), vector([1]), { clip });
  expect(loss).toThrow(/^options\.clip: expected 0 <= clip < 0\.5/);
});
