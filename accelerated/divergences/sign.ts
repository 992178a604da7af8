import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in sign. */
export const divergences: readonly Divergence[] = [
  {
    id: 'sign-of-nan',
    op: 'sign',
    input: 'tf.sign(NaN)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.sign(tf.tensor1d([Number.NaN])),
  },
  {
    id: 'sign-of-tiny',
    op: 'sign',
    input: 'tf.sign(1e-8)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.sign(tf.tensor1d([1e-8])),
  },
];
