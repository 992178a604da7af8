import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in gather. */
export const divergences: readonly Divergence[] = [
  {
    id: 'gather-out-of-range',
    op: 'gather',
    input: 'tf.gather([1], [1])',
    truth: 'an error',
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.gather(tf.tensor1d([1]), tf.tensor1d([1], 'int32')),
  },
  {
    id: 'gather-nd-gradient',
    op: 'gradient of gatherND',
    input: 'tf.grad((x) => tf.gatherND(x, [[0]]))([1])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.gatherND(x, tf.tensor2d([[0]], [1, 1], 'int32')))(tf.tensor1d([1])),
  },
  {
    id: 'gather-gradient',
    op: 'gradient of gather',
    input: 'tf.grad((x) => tf.gather(x, [0, 0]))([1])',
    truth: [2],
    upstream: '#8082 (the missing kernel)',
    instead: 'embeddingLookup multiplies one-hot rows by the table, where a gradient is taken',
    measure: () => tf.grad((x) => tf.gather(x, tf.tensor1d([0, 0], 'int32')))(tf.tensor1d([1])),
  },
  {
    id: 'gather-negative-index',
    op: 'gather',
    input: 'tf.gather([1, 2], [-1])',
    truth: 'an error',
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.gather(tf.tensor1d([1, 2]), tf.tensor1d([-1], 'int32')),
  },
  {
    id: 'unsorted-segment-sum',
    op: 'unsortedSegmentSum',
    input: 'tf.unsortedSegmentSum([1, 2], [0, 0], 2)',
    truth: [3, 0],
    upstream: '#8082',
    instead: 'nothing: no formula meets it',
    measure: () => tf.unsortedSegmentSum(tf.tensor1d([1, 2]), tf.tensor1d([0, 0], 'int32'), 2),
  },
  {
    id: 'gather-in-batches',
    op: 'gather, batchDims 1',
    input: 'tf.gather([[1, 2], [3, 4]], [[1], [0]], 1, 1)',
    truth: [2, 3],
    upstream: '#8658',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.gather(
        tf.tensor2d([
          [1, 2],
          [3, 4],
        ]),
        tf.tensor2d([[1], [0]], [2, 1], 'int32'),
        1,
        1,
      ),
  },
];
