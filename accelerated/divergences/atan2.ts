import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in atan2. */
export const divergences: readonly Divergence[] = [
  {
    id: 'atan2-gradient-of-huge',
    op: 'gradient of atan2',
    input: 'tf.grad((x) => tf.atan2(x, 1e20))(1e20)',
    truth: [5e-21],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.atan2(x, tf.tensor1d([1e20])))(tf.tensor1d([1e20])),
  },
  {
    id: 'atan2-gradient-of-tiny',
    op: 'gradient of atan2',
    input: 'tf.grad((x) => tf.atan2(x, 1e-25))(1e-25)',
    truth: [5e24],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.atan2(x, tf.tensor1d([1e-25])))(tf.tensor1d([1e-25])),
  },
];
