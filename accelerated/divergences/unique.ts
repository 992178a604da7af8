import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in unique. */
export const divergences: readonly Divergence[] = [
  {
    id: 'unique',
    op: 'unique',
    input: 'tf.unique([2, 1, 2]).values',
    truth: [2, 1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.unique(tf.tensor1d([2, 1, 2])).values,
  },
];
