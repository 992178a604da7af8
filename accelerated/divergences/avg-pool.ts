import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in avg pool. */
export const divergences: readonly Divergence[] = [
  {
    id: 'avg-pool-gradient-same',
    op: 'gradient of avgPool',
    input: "x = [1] as [1, 1, 1, 1], window [1, 2], stride 1, 'same'",
    truth: [1],
    upstream: 'not reported',
    instead: 'averagePool2d writes the zeros out and raises each average',
    measure: () => tf.grad((x) => tf.avgPool(x as tf.Tensor4D, [1, 2], 1, 'same'))(tf.ones([1, 1, 1, 1])),
  },
  {
    id: 'avg-pool-3d-gradient-same',
    op: 'gradient of avgPool3d',
    input: "x = [1], window [1, 1, 2], stride 1, 'same'",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.avgPool3d(x as tf.Tensor5D, [1, 1, 2], 1, 'same'))(tf.ones([1, 1, 1, 1, 1])),
  },
  {
    id: 'avg-pool-explicit-padding',
    op: 'avgPool, explicit padding',
    input: 'tf.avgPool([1], [1, 2], 1, [[0, 0], [0, 0], [0, 1], [0, 0]])',
    truth: [1],
    upstream: 'not reported',
    instead: 'averagePool2d pads same or valid',
    measure: () =>
      tf.avgPool(tf.ones<tf.Rank.R4>([1, 1, 1, 1]), [1, 2], 1, [
        [0, 0],
        [0, 0],
        [0, 1],
        [0, 0],
      ] as unknown as 'same'),
  },
  {
    id: 'avg-pool-of-nan',
    op: 'avgPool',
    input: "tf.avgPool([NaN, 1], [1, 2], 1, 'valid')",
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.avgPool(tf.tensor4d([Number.NaN, 1], [1, 1, 2, 1]), [1, 2], 1, 'valid'),
  },
];
