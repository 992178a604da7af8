import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in metrics. */
export const divergences: readonly Divergence[] = [
  {
    id: 'precision-without-threshold',
    op: 'metrics.precision',
    input: 'tf.metrics.precision([1], [0.9])',
    truth: [1],
    upstream: 'tfjs-layers#320: documented as for zeros and ones',
    instead: 'nothing: no formula meets it',
    measure: () => tf.metrics.precision(tf.tensor1d([1]), tf.tensor1d([0.9])),
  },
  {
    id: 'recall-without-threshold',
    op: 'metrics.recall',
    input: 'tf.metrics.recall([1], [0.9])',
    truth: [1],
    upstream: 'tfjs-layers#320: documented as for zeros and ones',
    instead: 'nothing: no formula meets it',
    measure: () => tf.metrics.recall(tf.tensor1d([1]), tf.tensor1d([0.9])),
  },
  {
    id: 'confusion-matrix',
    op: 'math.confusionMatrix',
    input: 'tf.math.confusionMatrix([0, 1], [1, 1], 2)',
    truth: [0, 1, 0, 1],
    upstream: '#3947 (its int32 product)',
    instead: 'nothing: no formula meets it',
    measure: () => tf.math.confusionMatrix(tf.tensor1d([0, 1], 'int32'), tf.tensor1d([1, 1], 'int32'), 2),
  },
  {
    id: 'in-top-k-of-ties',
    op: 'inTopK',
    input: 'tf.inTopKAsync([[1, 1]], [1], 1)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.inTopKAsync(tf.tensor2d([[1, 1]]), tf.tensor1d([1], 'int32'), 1),
  },
];
