import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in metrics. */
export const divergences: readonly Divergence[] = [
  {
    id: 'precision-without-threshold',
    op: 'metrics.precision',
    input: 'tf.metrics.precision([1], [0.9])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.metrics.precision(tf.tensor1d([1]), tf.tensor1d([0.9])),
  },
  {
    id: 'recall-without-threshold',
    op: 'metrics.recall',
    input: 'tf.metrics.recall([1], [0.9])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.metrics.recall(tf.tensor1d([1]), tf.tensor1d([0.9])),
  },
  {
    id: 'binary-crossentropy-of-certainty',
    op: 'metrics.binaryCrossentropy',
    input: 'tf.metrics.binaryCrossentropy([1], [1])',
    truth: [0],
    tolerance: 2e-7,
    upstream: 'not reported',
    instead: 'binaryCrossEntropy clips only when told to',
    measure: () => tf.metrics.binaryCrossentropy(tf.tensor1d([1]), tf.tensor1d([1])),
  },
  {
    id: 'cosine-proximity-sign',
    op: 'metrics.cosineProximity',
    input: 'tf.metrics.cosineProximity([[1, 0]], [[1, 0]])',
    truth: [-1],
    tolerance: 1e-6,
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.metrics.cosineProximity(tf.tensor2d([[1, 0]]), tf.tensor2d([[1, 0]])),
  },
];
