import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in log. */
export const divergences: readonly Divergence[] = [
  {
    id: 'log-of-zero',
    op: 'log',
    input: 'tf.log(0)',
    truth: [-Infinity],
    upstream: 'not reported',
    instead: 'accelerated/logarithm.ts puts -Infinity there',
    affects: ['categoricalCrossEntropy', 'binaryCrossEntropy'],
    wgsl: true,
    measure: () => tf.log(tf.tensor1d([0])),
  },
  {
    id: 'log-sum-exp-of-minus-infinity',
    op: 'logSumExp',
    input: 'tf.logSumExp([-Infinity])',
    truth: [-Infinity],
    upstream: 'not reported',
    instead: 'logSoftmax, not logSumExp; fully masked rows are defined apart',
    measure: () => tf.logSumExp(tf.tensor1d([-Infinity])),
  },
  {
    id: 'log-sum-exp-of-small-beside',
    op: 'logSumExp',
    input: 'tf.logSumExp([1e30, 1e30])',
    truth: [1e30],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.logSumExp(tf.tensor1d([1e30, 1e30])),
  },
  {
    id: 'softmax-of-masks',
    op: 'softmax',
    input: 'tf.softmax([0, -Infinity])',
    truth: [1, 0],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.softmax(tf.tensor1d([0, -Infinity])),
  },
  {
    id: 'log-softmax-of-masks',
    op: 'logSoftmax',
    input: 'tf.logSoftmax([0, -Infinity])',
    truth: [0, -Infinity],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.logSoftmax(tf.tensor1d([0, -Infinity])),
  },
  {
    id: 'softmax-gradient-of-masks',
    op: 'gradient of logSoftmax',
    input: 'first of tf.logSoftmax([0, -Infinity]) by the logits',
    truth: [0, 0],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.grad((x) => tf.slice(tf.logSoftmax(x), [0], [1]))(tf.tensor1d([0, -Infinity])),
  },
];
