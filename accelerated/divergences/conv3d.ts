import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in conv3d. */
export const divergences: readonly Divergence[] = [
  {
    id: 'conv1d-gradient',
    op: 'gradient of conv1d by the kernel',
    input: 'tf.conv1d([[[1]]], [[[1]]], 1, valid)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((k) => tf.conv1d(tf.ones<tf.Rank.R3>([1, 1, 1]), k as tf.Tensor3D, 1, 'valid'))(tf.ones([1, 1, 1])),
  },
  {
    id: 'conv3d-transpose-gradient',
    op: 'gradient of conv3dTranspose',
    input: "tf.conv3dTranspose([[[[[1]]]]], [[[[[1]]]]], [1, 1, 1, 1, 1], 1, 'valid')",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) =>
        tf.conv3dTranspose(x as tf.Tensor5D, tf.tensor5d([1], [1, 1, 1, 1, 1]), [1, 1, 1, 1, 1], 1, 'valid'),
      )(tf.tensor5d([1], [1, 1, 1, 1, 1])),
  },
];
