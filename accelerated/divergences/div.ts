import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in div. */
export const divergences: readonly Divergence[] = [
  {
    id: 'div-of-whole-numbers',
    op: 'div',
    input: 'tf.div(7, 2), both int32',
    truth: [3.5],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.cast(tf.div(tf.tensor1d([7], 'int32'), tf.tensor1d([2], 'int32')), 'float32'),
  },
];
