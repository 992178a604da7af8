import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in dropout. */
export const divergences: readonly Divergence[] = [
  {
    id: 'dropout-of-everything',
    op: 'dropout',
    input: 'tf.dropout([1], 1)',
    truth: [0],
    upstream: 'not reported',
    instead: 'a mask of the given draws is multiplied',
    measure: () => tf.dropout(tf.tensor1d([1]), 1),
  },
];
