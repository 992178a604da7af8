import { matrixShape, type NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { normTensors } from './shared/norm.ts';

/** The Frobenius norm on the backend that is running; see the reference for the formula, shapes and errors. */
export async function frobeniusNorm(w: NdArray): Promise<number> {
  matrixShape('w', w);
  return onDevice(() => normTensors(upload(w)).length);
}

/** The gradient of upstream * frobeniusNorm(w) by the matrix, by autodiff. */
export async function frobeniusNormGradient(upstream: number, w: NdArray): Promise<{ w: NdArray }> {
  matrixShape('w', w);
  return autodiff({ w }, upstream, (inputs: { w: tf.Tensor }) => normTensors(inputs.w).length);
}
