import { type Elements, expectNumbers } from '../../reference/elementwise.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The hyperbolic tangent on the backend that is running; see the reference for the formula, shapes and errors. */
export async function tanh(z: Elements): Promise<Elements> {
  expectNumbers('z', z);
  return onDevice(() => tf.tanh(upload(z)));
}

/** The gradient of sum(upstream * tanh(z)) by z, by autodiff. */
export async function tanhGradient(upstream: Elements, z: Elements): Promise<{ z: Elements }> {
  expectNumbers('z', z);
  return autodiff({ z }, upstream, (inputs: { z: tf.Tensor }) => tf.tanh(inputs.z));
}
