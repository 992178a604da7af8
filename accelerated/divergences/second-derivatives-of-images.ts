import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in second derivatives of images. */
export const divergences: readonly Divergence[] = [
  {
    id: 'max-pool-second-derivative',
    op: 'second derivative of maxPool',
    input: 'square of tf.maxPool(x, 1, 1, valid), x = [[[[1]]]]',
    truth: [2],
    upstream: 'not reported',
    instead: 'no formula differentiates twice through it',
    measure: () =>
      tf.grad((x) => tf.sum(tf.grad((y) => tf.sum(tf.square(tf.maxPool(y as tf.Tensor4D, 1, 1, 'valid'))))(x)))(
        tf.tensor4d([1], [1, 1, 1, 1]),
      ),
  },
  {
    id: 'avg-pool-second-derivative',
    op: 'second derivative of avgPool',
    input: 'square of tf.avgPool(x, 1, 1, valid), x = [[[[1]]]]',
    truth: [2],
    upstream: 'not reported',
    instead: 'no formula differentiates twice through it',
    measure: () =>
      tf.grad((x) => tf.sum(tf.grad((y) => tf.sum(tf.square(tf.avgPool(y as tf.Tensor4D, 1, 1, 'valid'))))(x)))(
        tf.tensor4d([1], [1, 1, 1, 1]),
      ),
  },
  {
    id: 'dilation2d-second-derivative',
    op: 'second derivative of dilation2d',
    input: 'square of tf.dilation2d(x, [[[0]]], 1, valid), x = [[[[1]]]]',
    truth: [2],
    upstream: 'not reported',
    instead: 'no formula differentiates twice through it',
    measure: () =>
      tf.grad((x) =>
        tf.sum(tf.grad((y) => tf.sum(tf.square(tf.dilation2d(y as tf.Tensor4D, tf.zeros([1, 1, 1]), 1, 'valid'))))(x)),
      )(tf.tensor4d([1], [1, 1, 1, 1])),
  },
  {
    id: 'lrn-second-derivative',
    op: 'second derivative of localResponseNormalization',
    input: 'square of tf.localResponseNormalization(x, 1, 1, 0), x = [[[[1]]]]',
    truth: [2],
    upstream: 'not reported',
    instead: 'no formula differentiates twice through it',
    measure: () =>
      tf.grad((x) =>
        tf.sum(tf.grad((y) => tf.sum(tf.square(tf.localResponseNormalization(y as tf.Tensor4D, 1, 1, 0))))(x)),
      )(tf.tensor4d([1], [1, 1, 1, 1])),
  },
  {
    id: 'resize-bilinear-second-derivative',
    op: 'second derivative of image.resizeBilinear',
    input: 'square of tf.image.resizeBilinear(x, [1, 1]), x = [[[[1]]]]',
    truth: [2],
    upstream: 'not reported',
    instead: 'no formula differentiates twice through it',
    measure: () =>
      tf.grad((x) => tf.sum(tf.grad((y) => tf.sum(tf.square(tf.image.resizeBilinear(y as tf.Tensor4D, [1, 1]))))(x)))(
        tf.tensor4d([1], [1, 1, 1, 1]),
      ),
  },
  {
    id: 'resize-nearest-second-derivative',
    op: 'second derivative of image.resizeNearestNeighbor',
    input: 'square of tf.image.resizeNearestNeighbor(x, [1, 1]), x = [[[[1]]]]',
    truth: [2],
    upstream: 'not reported',
    instead: 'no formula differentiates twice through it',
    measure: () =>
      tf.grad((x) =>
        tf.sum(tf.grad((y) => tf.sum(tf.square(tf.image.resizeNearestNeighbor(y as tf.Tensor4D, [1, 1]))))(x)),
      )(tf.tensor4d([1], [1, 1, 1, 1])),
  },
  {
    id: 'depthwise-conv2d-second-derivative',
    op: 'second derivative of depthwiseConv2d',
    input: 'square of tf.depthwiseConv2d(x, [[[[1]]]], 1, valid), x = [[[[1]]]]',
    truth: [2],
    upstream: 'not reported',
    instead: 'no formula differentiates twice through it',
    measure: () =>
      tf.grad((x) =>
        tf.sum(
          tf.grad((y) =>
            tf.sum(tf.square(tf.depthwiseConv2d(y as tf.Tensor4D, tf.ones([1, 1, 1, 1]) as tf.Tensor4D, 1, 'valid'))),
          )(x),
        ),
      )(tf.tensor4d([1], [1, 1, 1, 1])),
  },
];
