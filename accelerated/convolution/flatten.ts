import { flattenedShape } from '../../reference/convolution/flatten.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Each sample as one row on the backend that is running; see the reference for the formula, shapes and errors. */
export async function flatten(x: NdArray): Promise<NdArray> {
  const shape = flattenedShape(x);
  return onDevice(() => tf.reshape(upload(x), shape));
}

/** The gradient of sum(upstream * flatten(x)) by x, by autodiff. */
export async function flattenGradient(upstream: NdArray, x: NdArray): Promise<{ x: NdArray }> {
  const shape = flattenedShape(x);
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor }) => tf.reshape(inputs.x, shape));
}
