import { type Elements, expectNumbers } from '../../reference/elementwise.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The logistic sigmoid on the backend that is running; see the reference for the formula, shapes and errors. */
export async function sigmoid(z: Elements): Promise<Elements> {
  expectNumbers('z', z);
  return onDevice(() => tf.sigmoid(upload(z)));
}

/** The gradient of sum(upstream * sigmoid(z)) by z, by autodiff. */
export async function sigmoidGradient(upstream: Elements, z: Elements): Promise<{ z: Elements }> {
  expectNumbers('z', z);
  return autodiff({ z }, upstream, (inputs: { z: tf.Tensor }) => tf.sigmoid(inputs.z));
}
