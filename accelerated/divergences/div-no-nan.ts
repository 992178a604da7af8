import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in div no nan. */
export const divergences: readonly Divergence[] = [
  {
    id: 'div-no-nan-gradient',
    op: 'gradient of divNoNan',
    input: 'tf.grad((x) => tf.divNoNan(1, x))(1)',
    truth: [-1],
    upstream: 'not reported',
    instead: 'nothing: meanMetric has no gradient',
    measure: () => tf.grad((x) => tf.divNoNan(1, x))(tf.tensor1d([1])),
  },
];
