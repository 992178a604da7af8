import { expectResidualArguments } from '../../reference/convolution/residual.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { type ConvTensors, featuresTensors } from './shared/features.ts';
import { ensureFilterGradient } from './shared/filter-gradient.ts';

/** A residual layer on the backend that is running; see the reference for the formula, shapes and errors. */
export async function residual(x: NdArray, kernel: NdArray, bias: NdArray): Promise<NdArray> {
  expectResidualArguments(x, kernel, bias);
  return onDevice(() => residualTensors(upload(x), { kernel: upload(kernel), bias: upload(bias) }));
}

/** The gradient of sum(upstream * residual(x, kernel, bias)) by the three, by autodiff. */
export async function residualGradient(
  upstream: NdArray,
  x: NdArray,
  kernel: NdArray,
  bias: NdArray,
): Promise<{ x: NdArray; kernel: NdArray; bias: NdArray }> {
  expectResidualArguments(x, kernel, bias);
  ensureFilterGradient();
  return autodiff({ x, kernel, bias }, upstream, (inputs: { x: tf.Tensor4D } & ConvTensors) =>
    residualTensors(inputs.x, inputs),
  );
}

/** The features of images, added to them. */
export function residualTensors(x: tf.Tensor4D, layer: ConvTensors): tf.Tensor4D {
  return tf.add(featuresTensors(x, layer), x);
}
