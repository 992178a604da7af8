import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in dilation2d. */
export const divergences: readonly Divergence[] = [
  {
    id: 'dilation2d-of-negatives',
    op: 'dilation2d',
    input: "tf.dilation2d([-1] as [1, 1, 1, 1], [[[0], [0]]], 1, 'same')",
    truth: [-1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.dilation2d(tf.tensor4d([-1], [1, 1, 1, 1]), tf.zeros([1, 2, 1]), 1, 'same'),
  },
];
