import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in losses. */
export const divergences: readonly Divergence[] = [
  {
    id: 'softmax-cross-entropy-label-gradient',
    op: 'gradient of losses.softmaxCrossEntropy by the labels',
    input: 'labels [[1, 0]], logits [[0, 0]]',
    truth: [Math.LN2, Math.LN2],
    tolerance: 1e-5,
    upstream: 'not reported',
    instead: 'the loss is minus the sum of labels and logSoftmax',
    affects: ['categoricalCrossEntropy'],
    measure: () => tf.grad((t) => tf.losses.softmaxCrossEntropy(t, tf.tensor2d([[0, 0]])))(tf.tensor2d([[1, 0]])),
  },
  {
    id: 'loss-with-zero-weights',
    op: 'losses.meanSquaredError',
    input: 'tf.losses.meanSquaredError([1], [2], [0])',
    truth: [0],
    upstream: 'not reported',
    instead: 'losses take no weights',
    affects: ['meanSquaredError'],
    measure: () => tf.losses.meanSquaredError(tf.tensor1d([1]), tf.tensor1d([2]), tf.tensor1d([0])),
  },
  {
    id: 'absolute-difference-gradient-at-zero',
    op: 'gradient of losses.absoluteDifference',
    input: 'tf.grad((y) => tf.losses.absoluteDifference([1], y))([1])',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.grad((y) => tf.losses.absoluteDifference(tf.tensor1d([1]), y))(tf.tensor1d([1])),
  },
  {
    id: 'log-loss-of-right-certainty',
    op: 'losses.logLoss',
    input: 'tf.losses.logLoss([1], [1])',
    truth: [0],
    upstream: 'not reported',
    instead: 'binaryCrossEntropy clips only when told to',
    affects: ['binaryCrossEntropy'],
    measure: () => tf.losses.logLoss(tf.tensor1d([1]), tf.tensor1d([1])),
  },
  {
    id: 'sigmoid-cross-entropy-second-derivative',
    op: 'second derivative of losses.sigmoidCrossEntropy',
    input: 'label 1, logit 1',
    truth: [0.19661193324148185],
    tolerance: 1e-5,
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.grad(tf.grad((z) => tf.losses.sigmoidCrossEntropy(tf.tensor1d([1]), z)))(tf.tensor1d([1])),
  },
];
