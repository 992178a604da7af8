import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in norm. */
export const divergences: readonly Divergence[] = [
  {
    id: 'norm-overflows',
    op: 'norm',
    input: 'tf.norm([1e20])',
    truth: [1e20],
    upstream: 'not reported',
    instead: 'norms divide by the largest entry first',
    measure: () => tf.norm(tf.tensor1d([1e20])),
  },
  {
    id: 'norm-gradient-at-zero',
    op: 'gradient of norm',
    input: 'tf.grad(tf.norm)([0])',
    truth: [0],
    upstream: 'not reported',
    instead: 'norms divide by the largest entry first',
    measure: () => tf.grad((x) => tf.norm(x))(tf.tensor1d([0])),
  },
  {
    id: 'norm-underflows',
    op: 'norm',
    input: 'tf.norm([1e-25])',
    truth: [1e-25],
    upstream: 'not reported',
    instead: 'norms divide by the largest entry first',
    measure: () => tf.norm(tf.tensor1d([1e-25])),
  },
];
