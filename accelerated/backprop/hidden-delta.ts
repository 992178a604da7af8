import { hiddenDeltaSizes } from '../../reference/backprop/hidden-delta.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { sigmoidSlope } from './shared/sigmoid-slope.ts';

/** A hidden layer's error signals on the backend that is running; see the reference for the formula and its errors. */
export async function hiddenDelta(deltaNext: NdArray, wNext: NdArray, d: NdArray): Promise<NdArray> {
  hiddenDeltaSizes(deltaNext, wNext, d);
  return onDevice(() => hiddenDeltaTensors(upload(deltaNext), upload(wNext), upload(d)));
}

function hiddenDeltaTensors(deltaNext: tf.Tensor1D, wNext: tf.Tensor2D, d: tf.Tensor1D): tf.Tensor {
  const withoutBiases = tf.slice(wNext, [0, 0], [d.size, -1]);
  const arriving = tf.matMul(withoutBiases, tf.reshape(deltaNext, [-1, 1]));
  return tf.mul(tf.reshape(arriving, [-1]), sigmoidSlope(d));
}
