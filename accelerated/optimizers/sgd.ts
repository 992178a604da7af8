import type { NdArray } from '../../reference/ndarray.ts';
import { type SgdOptions, sgdRate } from '../../reference/optimizers/sgd.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** One step of stochastic gradient descent on the backend that is running; see the reference for formula and errors. */
export async function sgd(theta: NdArray, gradient: NdArray, options: SgdOptions = {}): Promise<NdArray> {
  const learningRate = sgdRate(theta, gradient, options);
  return onDevice(() => tf.sub(upload(theta), tf.mul(upload(gradient), learningRate)));
}
