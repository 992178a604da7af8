import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in div. */
export const divergences: readonly Divergence[] = [
  {
    id: 'div-of-whole-numbers',
    op: 'div',
    input: 'tf.div(7, 2), both int32',
    truth: [3.5],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.cast(tf.div(tf.tensor1d([7], 'int32'), tf.tensor1d([2], 'int32')), 'float32'),
  },
  {
    id: 'div-gradient-of-tiny-divisor',
    op: 'gradient of div',
    input: 'tf.grad((x) => tf.div(1e-30, x))(1e-30)',
    truth: [-1e30],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.div(tf.tensor1d([1e-30]), x))(tf.tensor1d([1e-30])),
  },
  {
    id: 'div-gradient-of-huge-divisor',
    op: 'gradient of div',
    input: 'tf.grad((x) => tf.div(1e20, x))(1e20)',
    truth: [-1e-20],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.div(tf.tensor1d([1e20]), x))(tf.tensor1d([1e20])),
  },
];
