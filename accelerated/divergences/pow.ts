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
    instead: 'squares are products',
    affects: ['power'],
    measure: () => tf.grad((x) => tf.pow(x, 0))(tf.tensor1d([0])),
  },
  {
    id: 'pow-of-negative-base',
    op: 'pow',
    input: 'tf.pow(-2, 3)',
    truth: [-8],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.pow(tf.tensor1d([-2]), tf.tensor1d([3])),
  },
  {
    id: 'pow-second-derivative',
    op: 'second derivative of pow',
    input: 'tf.grad(tf.grad((x) => tf.pow(x, 3)))(2)',
    truth: [12],
    upstream: 'not reported',
    instead: 'squares are products',
    affects: ['power'],
    measure: () => tf.grad(tf.grad((x) => tf.pow(x, 3)))(tf.tensor1d([2])),
  },
];
