import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in depthwise conv2d. */
export const divergences: readonly Divergence[] = [
  {
    id: 'depthwise-same-beyond-last-window',
    op: 'depthwiseConv2d',
    input: 'ones [1, 1, 3, 1], kernel ones [1, 2, 1, 1], strides [1, 3], same',
    truth: [2],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.depthwiseConv2d(tf.ones<tf.Rank.R4>([1, 1, 3, 1]), tf.ones<tf.Rank.R4>([1, 2, 1, 1]), [1, 3], 'same'),
  },
  {
    id: 'depthwise-dilated-gradient',
    op: 'gradient of depthwiseConv2d, dilated',
    input: 'tf.depthwiseConv2d([[[[1]]]], [[[[1]]]], 1, valid, NHWC, 2)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.depthwiseConv2d(x as tf.Tensor4D, tf.ones<tf.Rank.R4>([1, 1, 1, 1]), 1, 'valid', 'NHWC', 2))(
        tf.ones([1, 1, 1, 1]),
      ),
  },
  {
    id: 'separable-conv2d-gradient',
    op: 'gradient of separableConv2d',
    input: 'tf.separableConv2d(x, [[[[1]]]], [[[[1]]]], 1, valid)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) =>
        tf.separableConv2d(
          x as tf.Tensor4D,
          tf.ones<tf.Rank.R4>([1, 1, 1, 1]),
          tf.ones<tf.Rank.R4>([1, 1, 1, 1]),
          1,
          'valid',
        ),
      )(tf.ones([1, 1, 1, 1])),
  },
  {
    id: 'depthwise-conv2d-channels-first',
    op: 'depthwiseConv2d, NCHW',
    input: "x = [1, 2] as [1, 1, 1, 2], kernel ones [1, 2, 1, 1], 1, 'valid', 'NCHW'",
    truth: [3],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.depthwiseConv2d(tf.tensor4d([1, 2], [1, 1, 1, 2]), tf.ones([1, 2, 1, 1]) as tf.Tensor4D, 1, 'valid', 'NCHW'),
  },
  {
    id: 'fused-depthwise-conv2d-relu-of-nan',
    op: 'fused.depthwiseConv2d, relu',
    input: "x = [[[[NaN]]]], filter = [[[[1]]]], activation 'relu'",
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.fused.depthwiseConv2d({
        x: tf.tensor4d([Number.NaN], [1, 1, 1, 1]),
        filter: tf.tensor4d([1], [1, 1, 1, 1]),
        strides: 1,
        pad: 'valid',
        activation: 'relu',
      }),
  },
  {
    id: 'depthwise-conv2d-of-nan',
    op: 'depthwiseConv2d',
    input: "tf.depthwiseConv2d([[[[NaN]]]], [[[[1]]]], 1, 'valid')",
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.depthwiseConv2d(tf.tensor4d([Number.NaN], [1, 1, 1, 1]), tf.tensor4d([1], [1, 1, 1, 1]), 1, 'valid'),
  },
];
