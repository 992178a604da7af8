import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in elu. */
export const divergences: readonly Divergence[] = [
  {
    id: 'elu-near-zero',
    op: 'elu',
    input: 'tf.elu(-1e-4)',
    truth: [-9.999500016666251e-5],
    tolerance: 4e-10,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.elu(tf.tensor1d([-1e-4])),
  },
  {
    id: 'elu-of-tiny',
    op: 'elu',
    input: 'tf.elu(-1e-20)',
    truth: [-1e-20],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.elu(tf.tensor1d([-1e-20])),
  },
  {
    id: 'selu-near-zero',
    op: 'selu',
    input: 'tf.selu(-1e-4)',
    truth: [-0.00017580113876963],
    tolerance: 1e-9,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.selu(tf.tensor1d([-1e-4])),
  },
  {
    id: 'selu-of-tiny',
    op: 'selu',
    input: 'tf.selu(-1e-20)',
    truth: [-1.7580993408473768e-20],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.selu(tf.tensor1d([-1e-20])),
  },
  {
    id: 'elu-gradient-in-tail',
    op: 'gradient of elu',
    input: 'tf.grad(tf.elu)(-20)',
    truth: [Math.exp(-20)],
    tolerance: 1e-12,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.elu(x))(tf.tensor1d([-20])),
  },
];
