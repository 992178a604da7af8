import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in prod. */
export const divergences: readonly Divergence[] = [
  {
    id: 'prod-gradient',
    op: 'gradient of prod',
    input: 'tf.grad((x) => tf.prod(x))([2, 3, 5]), after the same of [2, 3]',
    truth: [15, 10, 6],
    upstream: 'not reported',
    instead: 'the product is taken factor by factor',
    measure: async () => {
      const gradient = tf.grad((x) => tf.prod(x));
      // It reads memory that another op has left.
      await gradient(tf.tensor1d([2, 3])).data();
      return gradient(tf.tensor1d([2, 3, 5]));
    },
  },
  {
    id: 'prod-gradient-negative-axis',
    op: 'gradient of prod',
    input: 'tf.grad((x) => tf.prod(x, -1))([2, 3])',
    truth: [3, 2],
    upstream: 'not reported',
    instead: 'the product is taken factor by factor',
    measure: () => tf.grad((x) => tf.prod(x, -1))(tf.tensor1d([2, 3])),
  },
  {
    id: 'prod-second-derivative',
    op: 'second derivative of prod',
    input: 'tf.grad(tf.grad((x) => tf.square(tf.prod(x))))([2])',
    truth: [2],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad(tf.grad((x) => tf.square(tf.prod(x))))(tf.tensor1d([2])),
  },
];
