import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in batch norm. */
export const divergences: readonly Divergence[] = [
  {
    id: 'batch-norm-gradient-without-scale',
    op: 'gradient of batchNorm',
    input: 'tf.grad((x) => tf.batchNorm(x, [0], [1]))([1])',
    truth: [0.9995003746877732],
    tolerance: 1e-5,
    upstream: '#2868',
    instead: 'batchNorm always gives a scale',
    measure: () =>
      tf.grad((x) => tf.batchNorm2d(x as tf.Tensor2D, tf.tensor1d([0]), tf.tensor1d([1])))(tf.tensor2d([[1]])),
  },
];
