import { expectSameShape, type NdArray, vectorLength } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Squared error of one sample on the backend that is running; see the reference for the formula, shapes and errors. */
export async function squaredError(y: NdArray, t: NdArray): Promise<number> {
  expectTwoVectors(y, t);
  return onDevice(() => lossTensor(upload(y), upload(t)));
}

/** The gradient of upstream * squaredError(y, t) by both, by autodiff. */
export async function squaredErrorGradient(
  upstream: number,
  y: NdArray,
  t: NdArray,
): Promise<{ y: NdArray; t: NdArray }> {
  expectTwoVectors(y, t);
  return autodiff({ y, t }, upstream, (inputs: { y: tf.Tensor; t: tf.Tensor }) => lossTensor(inputs.y, inputs.t));
}

function expectTwoVectors(y: NdArray, t: NdArray): void {
  vectorLength('y', y);
  expectSameShape('y', y, 't', t);
}

function lossTensor(y: tf.Tensor, t: tf.Tensor): tf.Tensor {
  return tf.mul(0.5, tf.sum(tf.squaredDifference(t, y)));
}
