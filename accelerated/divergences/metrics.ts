import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

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
];
