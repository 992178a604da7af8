import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in conv2d. */
export const divergences: readonly Divergence[] = [
  {
    id: 'conv2d-same-beyond-last-window',
    op: 'conv2d',
    input: "tf.conv2d(ones [1, 1, 3, 1], ones [1, 2, 1, 1], [1, 3], 'same')",
    truth: [2],
    upstream: '#5907, #8405',
    instead: 'conv2d cuts off the rows and columns after the last window',
    measure: () => tf.conv2d(tf.ones<tf.Rank.R4>([1, 1, 3, 1]), tf.ones<tf.Rank.R4>([1, 2, 1, 1]), [1, 3], 'same'),
  },
  {
    id: 'conv2d-filter-gradient',
    op: 'gradient of conv2d by the kernel',
    input: "tf.conv2d([[[[1]]]], [[[[1]]]], 1, 'valid')",
    truth: [1],
    upstream: '#8474',
    instead: 'accelerated/convolution/shared/filter-gradient.ts registers one made of convolutions',
    measure: () =>
      tf.grad((k) => tf.conv2d(tf.ones<tf.Rank.R4>([1, 1, 1, 1]), k as tf.Tensor4D, 1, 'valid'))(tf.ones([1, 1, 1, 1])),
  },
  {
    id: 'conv2d-dilated-gradient',
    op: 'gradient of conv2d, dilated',
    input: "tf.conv2d([[[[1]]]], [[[[1]]]], 1, 'valid', 'NHWC', 2)",
    truth: [1],
    upstream: '#7906',
    instead: 'the gradient is taken with zeros between the taps of the kernel',
    measure: () =>
      tf.grad((x) => tf.conv2d(x as tf.Tensor4D, tf.ones<tf.Rank.R4>([1, 1, 1, 1]), 1, 'valid', 'NHWC', 2))(
        tf.ones([1, 1, 1, 1]),
      ),
  },
  {
    id: 'conv2d-strided-and-dilated',
    op: 'conv2d, strides and dilations',
    input: "tf.conv2d([[[[1]]]], [[[[1]]]], 2, 'valid', 'NHWC', 2)",
    truth: [1],
    upstream: 'not reported',
    instead: 'zeros between the taps of the kernel',
    measure: () =>
      tf.conv2d(tf.ones<tf.Rank.R4>([1, 1, 1, 1]), tf.ones<tf.Rank.R4>([1, 1, 1, 1]), 2, 'valid', 'NHWC', 2),
  },
  {
    id: 'conv2d-second-derivative',
    op: 'second derivative of conv2d',
    input: 'd/dx sum of (d/dk of sum conv2d(x, k)), at x = k = [[[[1]]]]',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.grad((k) => tf.conv2d(x as tf.Tensor4D, k as tf.Tensor4D, 1, 'valid'))(tf.ones([1, 1, 1, 1])))(
        tf.ones([1, 1, 1, 1]),
      ),
  },
  {
    id: 'depthwise-conv2d-filter-gradient',
    op: 'gradient of depthwiseConv2d by the kernel',
    input: "tf.depthwiseConv2d([[[[1]]]], [[[[1]]]], 1, 'valid')",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((k) => tf.depthwiseConv2d(tf.ones<tf.Rank.R4>([1, 1, 1, 1]), k as tf.Tensor4D, 1, 'valid'))(
        tf.ones([1, 1, 1, 1]),
      ),
  },
  {
    id: 'depthwise-conv2d-input-gradient',
    op: 'gradient of depthwiseConv2d by the images',
    input: "tf.depthwiseConv2d([[[[1]]]], [[[[1]]]], 1, 'valid')",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.depthwiseConv2d(x as tf.Tensor4D, tf.ones<tf.Rank.R4>([1, 1, 1, 1]), 1, 'valid'))(
        tf.ones([1, 1, 1, 1]),
      ),
  },
  {
    id: 'conv2d-transpose-beyond-last-print',
    op: 'gradient of conv2dTranspose by the kernel',
    input: "tf.conv2dTranspose([[[[1]]]], [[[[1]]]], [1, 1, 2, 1], [1, 2], 'same')",
    truth: [1],
    upstream: 'not reported',
    instead: 'zeros after the last print are written out',
    measure: () =>
      tf.grad((k) =>
        tf.conv2dTranspose(tf.ones<tf.Rank.R4>([1, 1, 1, 1]), k as tf.Tensor4D, [1, 1, 2, 1], [1, 2], 'same'),
      )(tf.ones([1, 1, 1, 1])),
  },
  {
    id: 'conv1d-dilated-gradient',
    op: 'gradient of conv1d, dilated',
    input: "tf.conv1d([[[1]]], [[[1]]], 1, 'valid', 'NWC', 2)",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.conv1d(x as tf.Tensor3D, tf.tensor3d([1], [1, 1, 1]), 1, 'valid', 'NWC', 2))(
        tf.tensor3d([1], [1, 1, 1]),
      ),
  },
  {
    id: 'conv2d-channels-first',
    op: 'conv2d, NCHW',
    input: "tf.conv2d([[[[1]]]], [[[[1]]]], 1, 'valid', 'NCHW')",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.conv2d(tf.tensor4d([1], [1, 1, 1, 1]), tf.tensor4d([1], [1, 1, 1, 1]), 1, 'valid', 'NCHW'),
  },
  {
    id: 'conv2d-of-nan',
    op: 'conv2d',
    input: "tf.conv2d([[[[NaN]]]], [[[[1]]]], 1, 'valid')",
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: the formula is not compared at NaN',
    measure: () => tf.conv2d(tf.tensor4d([Number.NaN], [1, 1, 1, 1]), tf.tensor4d([1], [1, 1, 1, 1]), 1, 'valid'),
  },
  {
    id: 'fused-conv2d-relu-of-nan',
    op: 'fused.conv2d, relu',
    input: "x = [[[[NaN]]]], filter = [[[[1]]]], activation 'relu'",
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.fused.conv2d({
        x: tf.tensor4d([Number.NaN], [1, 1, 1, 1]),
        filter: tf.tensor4d([1], [1, 1, 1, 1]),
        strides: 1,
        pad: 'valid',
        activation: 'relu',
      }),
  },
];
