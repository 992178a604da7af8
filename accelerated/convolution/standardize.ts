import { type Elements, expectNumbers } from '../../reference/elementwise.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** Standardization on the backend that is running; see the reference for the formula, shapes and errors. */
export async function standardize(x: Elements): Promise<Elements> {
  expectNumbers('x', x);
  return onDevice(() => standardized(upload(x)));
}

/** The gradient of sum(upstream * standardize(x)) by x, by autodiff. */
export async function standardizeGradient(upstream: Elements, x: Elements): Promise<{ x: Elements }> {
  expectNumbers('x', x);
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor }) => standardized(inputs.x));
}

/** If all elements are equal the result is 0, and so is its derivative: the root is taken of 1. */
function standardized(x: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x);
  // The variance of equal elements may be rounded.
  const differs = tf.mul(tf.step(variance), tf.step(tf.sub(tf.max(x), tf.min(x))));
  workaround('sqrt-gradient-at-zero');
  const sigma = tf.sqrt(tf.add(tf.mul(differs, variance), tf.sub(1, differs)));
  return tf.div(tf.mul(differs, tf.sub(x, mean)), sigma);
}
