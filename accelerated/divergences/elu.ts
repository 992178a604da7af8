import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in elu. */
export const divergences: readonly Divergence[] = [
  {
    id: 'elu-near-zero',
    op: 'elu',
    input: 'tf.elu(-1e-4)',
    truth: [-9.999500016666251e-5],
    tolerance: 4e-10,
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.elu(tf.tensor1d([-1e-4])),
  },
  {
    id: 'elu-of-tiny',
    op: 'elu',
    input: 'tf.elu(-1e-20)',
    truth: [-1e-20],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.elu(tf.tensor1d([-1e-20])),
  },
  {
    id: 'selu-near-zero',
    op: 'selu',
    input: 'tf.selu(-1e-4)',
    truth: [-1.7580113876963e-4],
    tolerance: 1e-9,
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.selu(tf.tensor1d([-1e-4])),
  },
  {
    id: 'selu-of-tiny',
    op: 'selu',
    input: 'tf.selu(-1e-20)',
    truth: [-1.7580993408473768e-20],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.selu(tf.tensor1d([-1e-20])),
  },
  {
    id: 'elu-gradient',
    op: 'gradient of elu',
    input: 'tf.grad(tf.elu)(-1)',
    truth: [0.36787944117144233],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.grad((x) => tf.elu(x))(tf.tensor1d([-1])),
  },
  {
    id: 'prelu-gradient',
    op: 'gradient of prelu by the slope',
    input: 'tf.grad((a) => tf.prelu(-1, a))(1)',
    truth: [-1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.grad((a) => tf.prelu(tf.tensor1d([-1]), a))(tf.tensor1d([1])),
  },
];
