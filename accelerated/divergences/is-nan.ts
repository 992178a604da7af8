import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in is nan. */
export const divergences: readonly Divergence[] = [
  {
    id: 'is-nan',
    op: 'isNaN',
    input: 'tf.isNaN(NaN)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    wgsl: true,
    measure: () => tf.cast(tf.isNaN(tf.tensor1d([Number.NaN])), 'float32'),
  },
];
