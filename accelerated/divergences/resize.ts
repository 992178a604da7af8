import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in resize. */
export const divergences: readonly Divergence[] = [
  {
    id: 'resize-nearest-gradient-of-batch',
    op: 'gradient of image.resizeNearestNeighbor',
    input: 'x = ones [2, 1, 2, 1] to [1, 1]',
    truth: [1, 0, 1, 0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [1, 1]))(tf.ones([2, 1, 2, 1])),
  },
  {
    id: 'resize-nearest-gradient-half-pixel',
    op: 'gradient of image.resizeNearestNeighbor, halfPixelCenters',
    input: 'x = [1, 1, 1] as [1, 1, 3, 1] to [1, 1]',
    truth: [0, 1, 0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [1, 1], false, true))(tf.ones([1, 1, 3, 1])),
  },
  {
    id: 'resize-bilinear-gradient-half-pixel',
    op: 'gradient of image.resizeBilinear, halfPixelCenters',
    input: 'x = ones [1, 2, 2, 1] to [1, 1]',
    truth: [0.25, 0.25, 0.25, 0.25],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.image.resizeBilinear(x as tf.Tensor4D, [1, 1], false, true))(tf.ones([1, 2, 2, 1])),
  },
  {
    id: 'resize-bilinear-gradient-not-square',
    op: 'gradient of image.resizeBilinear',
    input: 'x = [1, 1] as [1, 1, 2, 1] to [1, 2]',
    truth: [1, 1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.image.resizeBilinear(x as tf.Tensor4D, [1, 2]))(tf.ones([1, 1, 2, 1])),
  },
];
