import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in sum. */
export const divergences: readonly Divergence[] = [
  {
    id: 'sum-of-many',
    op: 'sum',
    input: 'tf.sum of 2^14 times 0.1',
    truth: [1638.4000244140625],
    tolerance: 0.005,
    upstream: 'not reported',
    instead: 'nothing: the bound grows with the number of terms',
    measure: () => tf.sum(tf.fill([2 ** 14], 0.1)),
  },
  {
    id: 'cumsum-of-many',
    op: 'cumsum',
    input: 'last of tf.cumsum of 2^12 times 0.1',
    truth: [409.6000061035156],
    tolerance: 0.002,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.slice(tf.cumsum(tf.fill<tf.Rank.R1>([2 ** 12], 0.1)), [2 ** 12 - 1], [1]),
  },
  {
    id: 'mean-of-many',
    op: 'mean',
    input: 'tf.mean of 2^16 times 0.1',
    truth: [0.1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.mean(tf.fill([2 ** 16], 0.1)),
  },
];
