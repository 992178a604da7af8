import { expectPoolArguments, type PoolOptions } from '../../reference/convolution/shared/pooling.ts';
import type { Pair } from '../../reference/convolution/shared/sliding-window.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';
import { reachAlong } from './shared/window-reach.ts';

/** Max pooling on the backend that is running; see the reference for the formula, shapes and errors. */
export async function maxPool2d(x: NdArray, options: PoolOptions = {}): Promise<NdArray> {
  const { window, strides, padding } = expectPoolArguments(x, options);
  return onDevice(() => tf.maxPool(upload<tf.Tensor4D>(x), window, strides, padding));
}

/** The gradient of sum(upstream * maxPool2d(x)) by x, by autodiff. */
export async function maxPool2dGradient(
  upstream: NdArray,
  x: NdArray,
  options: PoolOptions = {},
): Promise<{ x: NdArray }> {
  const pool = expectPoolArguments(x, options);
  const core = differentiableMaxPool();
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor4D }) => core(inputs.x, pool));
}

/** Max pooling with a gradient that goes to the first of equal pixels on the backend that is running. */
export function differentiableMaxPool(): (x: tf.Tensor4D, pool: Required<PoolOptions>) => tf.Tensor4D {
  // wasm and webgpu pass the gradient to the last of equal pixels, wasm to the wrong one if all are negative.
  return ['wasm', 'webgpu'].includes(tf.getBackend()) ? largestOfPlaces : maxPool;
}

function maxPool(x: tf.Tensor4D, { window, strides, padding }: Required<PoolOptions>): tf.Tensor4D {
  return tf.maxPool(x, window, strides, padding);
}

/** The same with tf.maximum, over one position in the window after another. */
function largestOfPlaces(x: tf.Tensor4D, { window, strides, padding }: Required<PoolOptions>): tf.Tensor4D {
  workaround('max-pool-gradient-at-ties');
  workaround('max-pool-gradient-of-negatives');
  const rows = reachAlong(x.shape[1], window[0], strides[0], 1, padding);
  const columns = reachAlong(x.shape[2], window[1], strides[1], 1, padding);
  const padded = tf.pad4d(
    x,
    [
      [0, 0],
      // Beyond the last window, so that every position in it is followed by a whole stride.
      [rows.before, rows.after + strides[0]],
      [columns.before, columns.after + strides[1]],
      [0, 0],
    ],
    -Infinity,
  );
  const places = Array.from({ length: window[0] * window[1] }, (_, place) =>
    everyStride(padded, [Math.floor(place / window[1]), place % window[1]], strides, [rows.outputs, columns.outputs]),
  );
  // Of equal arguments the gradient of tf.maximum goes to the first.
  return places.reduce((largest, place) => tf.maximum(largest, place));
}

/** The pixels at `start`, one stride further, and so on: the one at that position of each window. */
function everyStride(x: tf.Tensor4D, start: Pair, strides: Pair, counts: Pair): tf.Tensor4D {
  const [images, , width, channels] = x.shape;
  const tall = tf.slice4d(x, [0, start[0], 0, 0], [images, counts[0] * strides[0], width, channels]);
  const inRows = tf.reshape<tf.Rank.R2>(tall, [images * counts[0], strides[0] * width * channels]);
  const rows = tf.slice2d(inRows, [0, 0], [images * counts[0], width * channels]);
  const wide = tf.slice4d(
    tf.reshape(rows, [images, counts[0], width, channels]),
    [0, 0, start[1], 0],
    [images, counts[0], counts[1] * strides[1], channels],
  );
  const inPixels = tf.reshape<tf.Rank.R2>(wide, [images * counts[0] * counts[1], strides[1] * channels]);
  const pixels = tf.slice2d(inPixels, [0, 0], [images * counts[0] * counts[1], channels]);
  return tf.reshape(pixels, [images, counts[0], counts[1], channels]);
}
