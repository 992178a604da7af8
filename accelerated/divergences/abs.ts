import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in abs. */
export const divergences: readonly Divergence[] = [
  {
    id: 'abs-gradient-at-zero',
    op: 'gradient of abs',
    input: 'tf.grad(tf.abs)(0)',
    truth: [0],
    upstream: 'not reported',
    instead: 'l1Penalty takes relu(w) + relu(-w)',
    measure: () => tf.grad((x) => tf.abs(x))(tf.tensor1d([0])),
  },
];
