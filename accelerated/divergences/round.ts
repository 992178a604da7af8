import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in round. */
export const divergences: readonly Divergence[] = [
  {
    id: 'round-half-to-even',
    op: 'round',
    input: 'tf.round([0.5, 1.5, 2.5, -0.5])',
    truth: [0, 2, 2, 0],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.round(tf.tensor1d([0.5, 1.5, 2.5, -0.5])),
  },
];
