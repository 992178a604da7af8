import { expectCodebook, type Quantized } from '../../reference/autoencoders/vector-quantize.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { firstLargest, straightThrough } from './shared/first-largest.ts';

/** Vector quantization on the backend that is running; see the reference for the formula, shapes and errors. */
export async function vectorQuantize(x: NdArray, codebook: NdArray): Promise<Quantized> {
  expectCodebook(x, codebook);
  return onDevice(() => {
    const [rows, codes] = [upload<tf.Tensor2D>(x), upload<tf.Tensor2D>(codebook)];
    return { indices: nearest(rows, codes).index, quantized: quantizedTensors(rows, codes) };
  });
}

/** The straight-through gradient of sum(upstream.quantized * quantized) by x, by autodiff; the indices have none. */
export async function vectorQuantizeGradient(
  upstream: Quantized,
  x: NdArray,
  codebook: NdArray,
): Promise<{ x: NdArray }> {
  expectCodebook(x, codebook);
  return autodiff({ x }, upstream.quantized, (inputs: { x: tf.Tensor2D }) =>
    quantizedTensors(inputs.x, upload<tf.Tensor2D>(codebook)),
  );
}

/** Rows of the codebook by a product with one-hot rows: all but one of the terms are 0. */
function quantizedTensors(x: tf.Tensor2D, codebook: tf.Tensor2D): tf.Tensor {
  return straightThrough(x, () => tf.matMul(nearest(x, codebook).oneHot, codebook));
}

function nearest(x: tf.Tensor2D, codebook: tf.Tensor2D): { index: tf.Tensor; oneHot: tf.Tensor } {
  const apart = tf.sub(tf.expandDims(x, 1), tf.expandDims(codebook, 0));
  return firstLargest(tf.neg(tf.sum(tf.square(apart), -1)));
}
