import { expectDiffusionForward } from '../../reference/generative/diffusion-forward.ts';
import { expectSameShape, type NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The forward process on the backend that is running; see the reference for the formula, shapes and errors. */
export async function diffusionForward(x: NdArray, noise: NdArray, alphaBar: NdArray): Promise<NdArray> {
  expectDiffusionForward(x, noise, alphaBar);
  return onDevice(() => diffusionForwardTensors({ x: upload(x), noise: upload(noise), alphaBar: upload(alphaBar) }));
}

/** The gradient of sum(upstream * diffusionForward(...)) by its three arrays, by autodiff. */
export async function diffusionForwardGradient(
  upstream: NdArray,
  x: NdArray,
  noise: NdArray,
  alphaBar: NdArray,
): Promise<{ x: NdArray; noise: NdArray; alphaBar: NdArray }> {
  expectDiffusionForward(x, noise, alphaBar);
  expectSameShape('x', x, 'upstream', upstream);
  return autodiff({ x, noise, alphaBar }, upstream, diffusionForwardTensors);
}

export interface ForwardTensors {
  x: tf.Tensor;
  noise: tf.Tensor;
  alphaBar: tf.Tensor;
}

export function diffusionForwardTensors({ x, noise, alphaBar }: ForwardTensors): tf.Tensor {
  const column = tf.expandDims(alphaBar, 1);
  return tf.add(tf.mul(root(column), x), tf.mul(root(tf.sub(1, column)), noise));
}

/** The root of numbers that are not negative; its slope at 0, which is infinite, counts as 0. */
function root(x: tf.Tensor): tf.Tensor {
  const isPositive = tf.step(x);
  return tf.mul(isPositive, tf.sqrt(tf.add(x, tf.sub(1, isPositive))));
}
