import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in square. */
export const divergences: readonly Divergence[] = [
  {
    id: 'sqrt-gradient-at-zero',
    op: 'gradient of sqrt(square)',
    input: 'tf.grad((x) => tf.sqrt(tf.square(x)))(0)',
    truth: [0],
    upstream: 'not reported',
    instead: 'batchNorm with epsilon outside takes the root of positive variances alone',
    measure: () => tf.grad((x) => tf.sqrt(tf.square(x)))(tf.tensor1d([0])),
  },
  {
    id: 'squared-difference-gradient-broadcast',
    op: 'gradient of squaredDifference, broadcast',
    input: 'tf.grad((x) => tf.squaredDifference(x, [1, 2]))([0])',
    truth: [-6],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.squaredDifference(x, [1, 2]))(tf.tensor1d([0])),
  },
];
