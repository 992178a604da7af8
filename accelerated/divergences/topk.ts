import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in topk. */
export const divergences: readonly Divergence[] = [
  {
    id: 'topk-ties',
    op: 'topk',
    input: 'tf.topk([1, 1, 1], 3).indices',
    truth: [0, 1, 2],
    upstream: 'not reported',
    instead: 'ties go to the lowest index in plain code',
    affects: ['topK'],
    measure: () => tf.cast(tf.topk(tf.tensor1d([1, 1, 1]), 3).indices, 'float32'),
  },
];
