import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in cast. */
export const divergences: readonly Divergence[] = [
  {
    id: 'cast-of-nan-to-bool',
    op: 'cast to bool',
    input: 'tf.cast(NaN, bool)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.cast(tf.cast(tf.tensor1d([Number.NaN]), 'bool'), 'float32'),
  },
  {
    id: 'cast-of-fraction-to-bool',
    op: 'cast to bool',
    input: 'tf.cast(0.5, bool)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.cast(tf.cast(tf.tensor1d([0.5]), 'bool'), 'float32'),
  },
];
