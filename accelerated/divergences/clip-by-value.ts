import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in clip by value. */
export const divergences: readonly Divergence[] = [
  {
    id: 'clip-of-nan',
    op: 'clipByValue',
    input: 'tf.clipByValue(NaN, -1, 1)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.clipByValue(tf.tensor1d([Number.NaN]), -1, 1),
  },
  {
    id: 'clip-by-value-of-int32',
    op: 'clipByValue, int32',
    input: 'tf.clipByValue(-2, -1, 5), int32',
    truth: [-1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.clipByValue(tf.tensor1d([-2], 'int32'), -1, 5),
  },
  {
    id: 'clip-gradient-of-equal-ends',
    op: 'gradient of clipByValue',
    input: 'tf.grad((x) => tf.clipByValue(x, 1, 1))([0])',
    truth: [0],
    upstream: '#5919 (its fix lost the gradient)',
    instead: 'clipByValue adds the number to 0 times the gradient',
    measure: () => tf.grad((x) => tf.clipByValue(x, 1, 1))(tf.tensor1d([0])),
  },
];
