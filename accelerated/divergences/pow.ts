import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in pow. */
export const divergences: readonly Divergence[] = [
  {
    id: 'pow-gradient-at-zero',
    op: 'gradient of pow',
    input: 'tf.grad((x) => tf.pow(x, 0))(0)',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    affects: ['power'],
    measure: () => tf.grad((x) => tf.pow(x, 0))(tf.tensor1d([0])),
  },
];
