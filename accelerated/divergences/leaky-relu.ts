import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in leaky relu. */
export const divergences: readonly Divergence[] = [
  {
    id: 'leaky-relu-of-nan',
    op: 'leakyRelu',
    input: 'tf.leakyRelu(NaN)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.leakyRelu(tf.tensor1d([Number.NaN])),
  },
];
