import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in gather. */
export const divergences: readonly Divergence[] = [
  {
    id: 'gather-out-of-range',
    op: 'gather',
    input: 'tf.gather([1], [1])',
    truth: 'an error',
    upstream: 'not reported',
    instead: 'indices are checked at the door',
    affects: ['embeddingLookup'],
    measure: () => tf.gather(tf.tensor1d([1]), tf.tensor1d([1], 'int32')),
  },
  {
    id: 'gather-nd-gradient',
    op: 'gradient of gatherND',
    input: 'tf.grad((x) => tf.gatherND(x, [[0]]))([1])',
    truth: [1],
    upstream: 'not reported',
    instead: 'tf.gather',
    measure: () => tf.grad((x) => tf.gatherND(x, tf.tensor2d([[0]], [1, 1], 'int32')))(tf.tensor1d([1])),
  },
];
