import { type DeltaLoss, expectOutputDeltaArguments } from '../../reference/backprop/output-delta.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { sigmoidSlope } from './shared/sigmoid-slope.ts';

/** The last layer's error signals on the backend that is running; see the reference for the formula and its errors. */
export async function outputDelta(y: NdArray, t: NdArray, d: NdArray, loss: DeltaLoss = 'mse'): Promise<NdArray> {
  expectOutputDeltaArguments(y, t, d, loss);
  return onDevice(() => outputDeltaTensors(upload(y), upload(t), upload(d), loss));
}

function outputDeltaTensors(y: tf.Tensor, t: tf.Tensor, d: tf.Tensor, loss: DeltaLoss): tf.Tensor {
  const half = tf.mul(tf.sub(y, t), sigmoidSlope(d));
  return loss === 'half' ? half : tf.div(tf.mul(half, 2), y.size);
}
