import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in pow. */
export const divergences: readonly Divergence[] = [
  {
    id: 'pow-gradient-at-zero',
    op: 'gradient of pow',
    input: 'tf.grad((x) => tf.pow(x, 0))(0)',
    truth: [0],
    upstream: 'not reported',
    instead: 'the base is taken as 1 where base and exponent are 0',
    measure: () => tf.grad((x) => tf.pow(x, 0))(tf.tensor1d([0])),
  },
  {
    id: 'pow-of-one-to-nan',
    op: 'pow',
    input: 'tf.pow(1, NaN)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    wgsl: true,
    measure: () => tf.pow(tf.tensor1d([1]), tf.tensor1d([Number.NaN])),
  },
  {
    id: 'pow-of-minus-one-to-infinity',
    op: 'pow',
    input: 'tf.pow(-1, Infinity)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    wgsl: true,
    measure: () => tf.pow(tf.tensor1d([-1]), tf.tensor1d([Infinity])),
  },
];
