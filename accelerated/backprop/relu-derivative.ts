import { type Elements, expectNumbers } from '../../reference/elementwise.ts';
import { expectFinite } from '../../reference/options.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** The derivative of relu on the backend that is running; see the reference for the formula, shapes and errors. */
export async function reluDerivative(z: Elements, atZero = 1): Promise<Elements> {
  expectFinite('atZero', atZero);
  expectNumbers('z', z);
  return onDevice(() => reluDerivativeTensors(upload(z), atZero));
}

/** The gradient of sum(upstream * reluDerivative(z)) by z, by autodiff. */
export async function reluDerivativeGradient(upstream: Elements, z: Elements, atZero = 1): Promise<{ z: Elements }> {
  expectFinite('atZero', atZero);
  expectNumbers('z', z);
  return autodiff({ z }, upstream, (inputs: { z: tf.Tensor }) => reluDerivativeTensors(inputs.z, atZero));
}

/** Steps alone: comparisons have no gradient kernel in tfjs, not even one of 0. */
function reluDerivativeTensors(z: tf.Tensor, atZero: number): tf.Tensor {
  workaround('where-gradient-through-condition');
  const positive = tf.step(z);
  const neither = tf.sub(tf.sub(1, positive), tf.step(tf.neg(z)));
  return tf.add(positive, tf.mul(neither, atZero));
}
