import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in conv3d. */
export const divergences: readonly Divergence[] = [
  {
    id: 'conv3d-filter-gradient',
    op: 'gradient of conv3d by the kernel',
    input: "tf.conv3d([[[[[1]]]]], [[[[[1]]]]], 1, 'valid')",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () =>
      tf.grad((k) => tf.conv3d(tf.ones<tf.Rank.R5>([1, 1, 1, 1, 1]), k as tf.Tensor5D, 1, 'valid'))(
        tf.ones([1, 1, 1, 1, 1]),
      ),
  },
  {
    id: 'conv1d-gradient',
    op: 'gradient of conv1d by the kernel',
    input: 'tf.conv1d([[[1]]], [[[1]]], 1, valid)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () =>
      tf.grad((k) => tf.conv1d(tf.ones<tf.Rank.R3>([1, 1, 1]), k as tf.Tensor3D, 1, 'valid'))(tf.ones([1, 1, 1])),
  },
  {
    id: 'conv3d-same-beyond-last-window',
    op: 'conv3d',
    input: 'ones [1, 1, 1, 3, 1], kernel ones [1, 1, 2, 1, 1], strides [1, 1, 3], same',
    truth: [2],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () =>
      tf.conv3d(tf.ones<tf.Rank.R5>([1, 1, 1, 3, 1]), tf.ones<tf.Rank.R5>([1, 1, 2, 1, 1]), [1, 1, 3], 'same'),
  },
  {
    id: 'conv3d-input-gradient',
    op: 'gradient of conv3d by the images',
    input: 'tf.conv3d([[[[[1]]]]], [[[[[1]]]]], 1, valid)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.conv3d(x as tf.Tensor5D, tf.ones<tf.Rank.R5>([1, 1, 1, 1, 1]), 1, 'valid'))(
        tf.ones([1, 1, 1, 1, 1]),
      ),
  },
  {
    id: 'dilation2d-gradient',
    op: 'gradient of dilation2d',
    input: 'tf.dilation2d([[[[1]]]], [[[1]]], 1, valid)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.dilation2d(x as tf.Tensor4D, tf.ones<tf.Rank.R3>([1, 1, 1]), 1, 'valid'))(
        tf.ones([1, 1, 1, 1]),
      ),
  },
];
