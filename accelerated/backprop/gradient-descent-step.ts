import { expectDescent } from '../../reference/backprop/gradient-descent-step.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** One step of gradient descent on the backend that is running; see the reference for the formula and errors. */
export async function gradientDescentStep(w: NdArray, gradient: NdArray, learningRate: number): Promise<NdArray> {
  expectDescent(w, gradient, learningRate);
  return onDevice(() => tf.sub(upload(w), tf.mul(upload(gradient), learningRate)));
}
