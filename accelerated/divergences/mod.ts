import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in mod. */
export const divergences: readonly Divergence[] = [
  {
    id: 'mod-of-huge',
    op: 'mod',
    input: 'tf.mod(1e8, 3)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.mod(tf.tensor1d([1e8]), tf.tensor1d([3])),
  },
];
