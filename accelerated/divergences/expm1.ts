import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in expm1. */
export const divergences: readonly Divergence[] = [
  {
    id: 'expm1-near-zero',
    op: 'expm1',
    input: 'tf.expm1(1e-8)',
    truth: [1e-8],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.expm1(tf.tensor1d([1e-8])),
  },
  {
    id: 'expm1-of-nan',
    op: 'expm1',
    input: 'tf.expm1(NaN)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    wgsl: true,
    measure: () => tf.expm1(tf.tensor1d([Number.NaN])),
  },
  {
    id: 'log1p-near-zero',
    op: 'log1p',
    input: 'tf.log1p(1e-8)',
    truth: [1e-8],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.log1p(tf.tensor1d([1e-8])),
  },
  {
    id: 'log1p-at-a-thousandth',
    op: 'log1p',
    input: 'tf.log1p(1e-3)',
    truth: [0.0009995003330835331],
    tolerance: 4e-9,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.log1p(tf.tensor1d([1e-3])),
  },
];
