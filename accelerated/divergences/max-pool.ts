import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in max pool. */
export const divergences: readonly Divergence[] = [
  {
    id: 'max-pool-gradient-at-ties',
    op: 'gradient of maxPool',
    input: "x = [1, 1] as [1, 1, 2, 1], window [1, 2], stride 1, 'valid'",
    truth: [1, 0],
    upstream: 'not reported',
    instead: 'maxPool2d takes the maximum place by place of the window',
    affects: ['maxPool2d'],
    measure: () => tf.grad((x) => tf.maxPool(x as tf.Tensor4D, [1, 2], 1, 'valid'))(tf.ones([1, 1, 2, 1])),
  },
  {
    id: 'max-pool-gradient-of-negatives',
    op: 'gradient of maxPool',
    input: "x = [-2, -1] as [1, 1, 2, 1], window [1, 2], stride 1, 'valid'",
    truth: [0, 1],
    upstream: 'not reported',
    instead: 'maxPool2d takes the maximum place by place of the window',
    affects: ['maxPool2d'],
    measure: () =>
      tf.grad((x) => tf.maxPool(x as tf.Tensor4D, [1, 2], 1, 'valid'))(tf.tensor4d([-2, -1], [1, 1, 2, 1])),
  },
  {
    id: 'max-pool-rounding-mode',
    op: 'maxPool, dimRoundingMode',
    input: "tf.maxPool([1, 2, 3] as [1, 3, 1], [1, 2], [1, 2], 0, 'ceil')",
    truth: [2, 3],
    upstream: 'not reported',
    instead: 'maxPool2d knows no rounding mode',
    affects: ['maxPool2d'],
    poisons: true,
    measure: () => tf.maxPool(tf.tensor4d([1, 2, 3], [1, 1, 3, 1]), [1, 2], [1, 2], 0, 'ceil'),
  },
  {
    id: 'max-pool-of-nan',
    op: 'maxPool',
    input: "tf.maxPool([NaN, 1], [1, 2], 1, 'valid')",
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: the formula is not compared at NaN',
    measure: () => tf.maxPool(tf.tensor4d([Number.NaN, 1], [1, 1, 2, 1]), [1, 2], 1, 'valid'),
  },
  {
    id: 'pool-dilated-pads-with-zero',
    op: 'pool, max, dilated',
    input: "tf.pool([-1, -2, -3] as [1, 1, 3, 1], [1, 2], 'max', 'same', 2, 1)",
    truth: [-2, -1, -2],
    upstream: 'not reported',
    instead: 'pooling takes no dilations',
    measure: () => tf.pool(tf.tensor4d([-1, -2, -3], [1, 1, 3, 1]), [1, 2], 'max', 'same', 2, 1),
  },
  {
    id: 'pool-dilated-averages-zeros',
    op: 'pool, avg, dilated',
    input: "tf.pool([1, 1, 1] as [1, 1, 3, 1], [1, 2], 'avg', 'same', 2, 1)",
    truth: [1, 1, 1],
    upstream: 'not reported',
    instead: 'pooling takes no dilations',
    measure: () => tf.pool(tf.tensor4d([1, 1, 1], [1, 1, 3, 1]), [1, 2], 'avg', 'same', 2, 1),
  },
  {
    id: 'max-pool-3d-gradient-at-ties',
    op: 'gradient of maxPool3d',
    input: "x = [1, 1], window [1, 1, 2], stride 1, 'valid'",
    truth: [1, 0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.maxPool3d(x as tf.Tensor5D, [1, 1, 2], 1, 'valid'))(tf.ones([1, 1, 1, 2, 1])),
  },
];
