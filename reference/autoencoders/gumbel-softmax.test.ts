import { expect, test } from 'vitest';
import { matrix, toNested } from '../ndarray.ts';
import { gumbelSoftmax, gumbelSoftmaxGradient } from './gumbel-softmax.ts';

const random = matrix([[0.5, 0.5, 0.5]]);
const upstream = matrix([[1, -2, 0.5]]);

test.each<[string, number[], number]>([
  ['a temperature below the smallest normal number', [0, 0.5, -1], 1e-320],
  ['the least temperature', [1, 2, -1], Number.MIN_VALUE],
  ['logits at the end of the range', [-1e308, 1e308, 0], 0.1],
  ['logits at both ends of it', [-Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE], 1],
])('scores that overflow are one-hot, without a slope: %s', (_, row, temperature) => {
  const logits = matrix([row]);
  const winner = row.indexOf(Math.max(...row));
  const oneHot = [row.map((_score, k) => (k === winner ? 1 : 0))];
  expect(toNested(gumbelSoftmax(logits, random, { temperature }))).toEqual(oneHot);
  const { logits: slopes } = gumbelSoftmaxGradient(upstream, logits, random, { temperature });
  expect((toNested(slopes) as number[][]).map((slope) => slope.map(Math.abs))).toEqual([[0, 0, 0]]);
});
