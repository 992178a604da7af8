import { type Conv2dOptions, expectConv2dArguments } from '../../reference/convolution/conv2d.ts';
import type { Pair, Sliding } from '../../reference/convolution/shared/sliding-window.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';
import { ensureFilterGradient } from './shared/filter-gradient.ts';
import { reachAlong } from './shared/window-reach.ts';

/** The Conv2D layer on the backend that is running; see the reference for the formula, shapes and errors. */
export async function conv2d(
  x: NdArray,
  kernel: NdArray,
  bias: NdArray,
  options: Conv2dOptions = {},
): Promise<NdArray> {
  const sliding = expectConv2dArguments(x, kernel, bias, options);
  return onDevice(() => conv2dTensors(upload(x), upload(kernel), upload(bias), sliding));
}

/** The gradient of sum(upstream * conv2d(x, kernel, bias)) by the three, by autodiff. */
export async function conv2dGradient(
  upstream: NdArray,
  x: NdArray,
  kernel: NdArray,
  bias: NdArray,
  options: Conv2dOptions = {},
): Promise<{ x: NdArray; kernel: NdArray; bias: NdArray }> {
  const { strides, dilations, padding } = expectConv2dArguments(x, kernel, bias, options);
  ensureFilterGradient();
  if (Math.max(...dilations) > 1) workaround('conv2d-dilated-gradient');
  return autodiff({ x, kernel, bias }, upstream, (inputs: { x: tf.Tensor4D; kernel: tf.Tensor4D; bias: tf.Tensor1D }) =>
    // tfjs has no gradient of a dilated convolution.
    conv2dTensors(inputs.x, zerosBetweenTaps(inputs.kernel, dilations), inputs.bias, {
      strides,
      dilations: [1, 1],
      padding,
    }),
  );
}

function conv2dTensors(x: tf.Tensor4D, kernel: tf.Tensor4D, bias: tf.Tensor1D, sliding: Sliding): tf.Tensor4D {
  const { strides, dilations, padding } = sliding;
  if (Math.max(...strides) > 1 && Math.max(...dilations) > 1) {
    // tfjs refuses strides and dilations that are both above 1.
    workaround('conv2d-strided-and-dilated');
    const undilated: Sliding = { strides, dilations: [1, 1], padding };
    return conv2dTensors(x, zerosBetweenTaps(kernel, dilations), bias, undilated);
  }
  const reached = padding === 'same' ? withinReach(x, kernel, sliding) : x;
  return tf.add(tf.conv2d(reached, kernel, strides, tfjsPadding(padding), 'NHWC', dilations), bias);
}

function tfjsPadding(padding: Sliding['padding']): 'valid' | 'same' {
  if (typeof padding === 'string') return padding;
  const { top, bottom, left, right } = padding;
  // The op accepts it, although its type does not.
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ] as unknown as 'same';
}

/** The images without the rows and columns after the last window, for which wasm gives zeros under 'same'. */
function withinReach(x: tf.Tensor4D, kernel: tf.Tensor4D, { strides, dilations }: Sliding): tf.Tensor4D {
  const [images, height, width, channels] = x.shape;
  const rows = reachAlong(height, kernel.shape[0], strides[0], dilations[0], 'same');
  const columns = reachAlong(width, kernel.shape[1], strides[1], dilations[1], 'same');
  if (rows.used < height || columns.used < width) workaround('conv2d-same-beyond-last-window');
  return tf.slice4d(x, [0, 0, 0, 0], [images, rows.used, columns.used, channels]);
}

/** The kernel with `dilation - 1` zeros between two taps, which without dilation does what the dilated kernel does. */
function zerosBetweenTaps(kernel: tf.Tensor4D, [dh, dw]: Pair): tf.Tensor4D {
  const [kh, kw, channels, filters] = kernel.shape;
  const afterEach = (zeros: number): [number, number][] => [
    [0, 0],
    [0, zeros],
    [0, 0],
  ];
  const tall = tf.pad(tf.reshape(kernel, [kh, 1, kw * channels * filters]), afterEach(dh - 1));
  const wide = tf.pad(tf.reshape(tall, [kh * dh * kw, 1, channels * filters]), afterEach(dw - 1));
  const all = tf.reshape<tf.Rank.R4>(wide, [kh * dh, kw * dw, channels, filters]);
  return tf.slice4d(all, [0, 0, 0, 0], [(kh - 1) * dh + 1, (kw - 1) * dw + 1, channels, filters]);
}
