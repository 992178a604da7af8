import { expectSameShape, matrixShape, type NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Mean squared error on the backend that is running; see the reference for the formula, shapes and errors. */
export async function meanSquaredError(y: NdArray, t: NdArray): Promise<number> {
  expectTwoMatrices(y, t);
  return onDevice(() => tf.losses.meanSquaredError(upload(t), upload(y)));
}

/** The gradient of upstream * meanSquaredError(y, t) by both, by autodiff. */
export async function meanSquaredErrorGradient(
  upstream: number,
  y: NdArray,
  t: NdArray,
): Promise<{ y: NdArray; t: NdArray }> {
  expectTwoMatrices(y, t);
  return autodiff({ y, t }, upstream, (inputs: { y: tf.Tensor; t: tf.Tensor }) =>
    tf.losses.meanSquaredError(inputs.t, inputs.y),
  );
}

function expectTwoMatrices(y: NdArray, t: NdArray): void {
  matrixShape('y', y);
  expectSameShape('y', y, 't', t);
}
