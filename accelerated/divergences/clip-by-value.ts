import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in clip by value. */
export const divergences: readonly Divergence[] = [
  {
    id: 'clip-of-nan',
    op: 'clipByValue',
    input: 'tf.clipByValue(NaN, -1, 1)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.clipByValue(tf.tensor1d([Number.NaN]), -1, 1),
  },
];
