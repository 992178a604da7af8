import { expectPoolArguments, type PoolOptions } from '../../reference/convolution/shared/pooling.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';
import { type Reach, reachAlong } from './shared/window-reach.ts';

/** Average pooling on the backend that is running; see the reference for the formula, shapes and errors. */
export async function averagePool2d(x: NdArray, options: PoolOptions = {}): Promise<NdArray> {
  const { window, strides, padding } = expectPoolArguments(x, options);
  return onDevice(() => tf.avgPool(upload<tf.Tensor4D>(x), window, strides, padding));
}

/** The gradient of sum(upstream * averagePool2d(x)) by x, by autodiff. */
export async function averagePool2dGradient(
  upstream: NdArray,
  x: NdArray,
  options: PoolOptions = {},
): Promise<{ x: NdArray }> {
  const pool = expectPoolArguments(x, options);
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor4D }) => averageOfPixels(inputs.x, pool));
}

/**
 * tfjs's gradient of average pooling divides by the size of the window, but 'same' divides by the number of its pixels.
 * So the image is padded with zeros, and each average of pixels and zeros is scaled up to the average of the pixels.
 */
function averageOfPixels(x: tf.Tensor4D, { window, strides, padding }: Required<PoolOptions>): tf.Tensor4D {
  const rows = reachAlong(x.shape[1], window[0], strides[0], 1, padding);
  const columns = reachAlong(x.shape[2], window[1], strides[1], 1, padding);
  const padded = tf.pad4d(x, [
    [0, 0],
    [rows.before, rows.after],
    [columns.before, columns.after],
    [0, 0],
  ]);
  const average = tf.avgPool(padded, window, strides, 'valid');
  if (padding === 'valid') return average;
  workaround('avg-pool-gradient-same');
  const down = pixelCounts(rows, x.shape[1], window[0], strides[0]);
  const across = pixelCounts(columns, x.shape[2], window[1], strides[1]);
  const raise = down.map((r) => across.map((s) => [(window[0] * window[1]) / (r * s)]));
  return tf.mul(average, tf.tensor4d([raise]));
}

/** The pixels under each window along an axis. */
function pixelCounts({ outputs, before }: Reach, size: number, taps: number, stride: number): number[] {
  return Array.from({ length: outputs }, (_, o) => {
    const first = o * stride - before;
    return Math.min(first + taps, size) - Math.max(first, 0);
  });
}
