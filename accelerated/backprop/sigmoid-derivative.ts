import { type Elements, expectNumbers } from '../../reference/elementwise.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { sigmoidSlope } from './shared/sigmoid-slope.ts';

/** The derivative of the sigmoid on the backend that is running; see the reference for the formula and its errors. */
export async function sigmoidDerivative(z: Elements): Promise<Elements> {
  expectNumbers('z', z);
  return onDevice(() => sigmoidSlope(upload(z)));
}

/** The gradient of sum(upstream * sigmoidDerivative(z)) by z, by autodiff. */
export async function sigmoidDerivativeGradient(upstream: Elements, z: Elements): Promise<{ z: Elements }> {
  expectNumbers('z', z);
  return autodiff({ z }, upstream, (inputs: { z: tf.Tensor }) => sigmoidSlope(inputs.z));
}
