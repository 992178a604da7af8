import { expectDenseConcatArguments } from '../../reference/convolution/dense-concat.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { type ConvTensors, featuresTensors } from './shared/features.ts';
import { ensureFilterGradient } from './shared/filter-gradient.ts';

/** A densely connected layer on the backend that is running; see the reference for the formula, shapes and errors. */
export async function denseConcat(x: NdArray, kernel: NdArray, bias: NdArray): Promise<NdArray> {
  expectDenseConcatArguments(x, kernel, bias);
  return onDevice(() => denseConcatTensors(upload(x), { kernel: upload(kernel), bias: upload(bias) }));
}

/** The gradient of sum(upstream * denseConcat(x, kernel, bias)) by the three, by autodiff. */
export async function denseConcatGradient(
  upstream: NdArray,
  x: NdArray,
  kernel: NdArray,
  bias: NdArray,
): Promise<{ x: NdArray; kernel: NdArray; bias: NdArray }> {
  expectDenseConcatArguments(x, kernel, bias);
  ensureFilterGradient();
  return autodiff({ x, kernel, bias }, upstream, (inputs: { x: tf.Tensor4D } & ConvTensors) =>
    denseConcatTensors(inputs.x, inputs),
  );
}

/** The features of images, and behind them the images. */
export function denseConcatTensors(x: tf.Tensor4D, layer: ConvTensors): tf.Tensor4D {
  return tf.concat([featuresTensors(x, layer), x], -1);
}
