import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in asinh. */
export const divergences: readonly Divergence[] = [
  {
    id: 'asinh-near-zero',
    op: 'asinh',
    input: 'tf.asinh(1e-4)',
    truth: [9.9999997e-5],
    tolerance: 1e-9,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.asinh(tf.tensor1d([1e-4])),
  },
  {
    id: 'asinh-of-large-negative',
    op: 'asinh',
    input: 'tf.asinh(-1e4)',
    truth: [-9.903487555036127],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.asinh(tf.tensor1d([-1e4])),
  },
  {
    id: 'asinh-of-huge',
    op: 'asinh',
    input: 'tf.asinh(1e30)',
    truth: [69.77070227809146],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.asinh(tf.tensor1d([1e30])),
  },
  {
    id: 'atanh-near-zero',
    op: 'atanh',
    input: 'tf.atanh(1e-5)',
    truth: [1.0000000000333334e-5],
    tolerance: 1e-9,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.atanh(tf.tensor1d([1e-5])),
  },
  {
    id: 'sinh-near-zero',
    op: 'sinh',
    input: 'tf.sinh(1e-5)',
    truth: [1.0000000000166666e-5],
    tolerance: 1e-9,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.sinh(tf.tensor1d([1e-5])),
  },
];
