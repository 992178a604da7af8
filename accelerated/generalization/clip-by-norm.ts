import { expectClipByNorm } from '../../reference/generalization/clip-by-norm.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { clippedTensors, normTensors } from './shared/norm.ts';

/** Clipping by norm on the backend that is running; see the reference for the formula, shapes and errors. */
export async function clipByNorm(gradient: NdArray, maxNorm: number): Promise<NdArray> {
  expectClipByNorm(gradient, maxNorm);
  return onDevice(() => clipByNormTensors(upload(gradient), maxNorm));
}

/** The gradient of sum(upstream * clipByNorm(gradient, maxNorm)) by the entries, by autodiff. */
export async function clipByNormGradient(
  upstream: NdArray,
  gradient: NdArray,
  maxNorm: number,
): Promise<{ gradient: NdArray }> {
  expectClipByNorm(gradient, maxNorm);
  return autodiff({ gradient }, upstream, (inputs: { gradient: tf.Tensor }) =>
    clipByNormTensors(inputs.gradient, maxNorm),
  );
}

function clipByNormTensors(g: tf.Tensor, maxNorm: number): tf.Tensor {
  return clippedTensors(g, normTensors(g), tf.scalar(maxNorm));
}
