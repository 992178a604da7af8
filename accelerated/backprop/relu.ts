import { type Elements, expectNumbers } from '../../reference/elementwise.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The rectified linear unit on the backend that is running; see the reference for the formula, shapes and errors. */
export async function relu(z: Elements): Promise<Elements> {
  expectNumbers('z', z);
  return onDevice(() => tf.relu(upload(z)));
}

/** The gradient of sum(upstream * relu(z)) by z, by autodiff. */
export async function reluGradient(upstream: Elements, z: Elements): Promise<{ z: Elements }> {
  expectNumbers('z', z);
  return autodiff({ z }, upstream, (inputs: { z: tf.Tensor }) => tf.relu(inputs.z));
}
