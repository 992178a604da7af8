import type { Elements } from '../../reference/elementwise.ts';
import { broadcastShape } from '../../reference/tensors/shared/broadcast.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The product of two tensors on the backend that is running; see the reference for the formula, shapes and errors. */
export async function multiply(a: Elements, b: Elements): Promise<Elements> {
  broadcastShape(a, b);
  return onDevice(() => tf.mul(upload(a), upload(b)));
}

/** The gradient of sum(upstream * multiply(a, b)) by both, by autodiff. */
export async function multiplyGradient(
  upstream: Elements,
  a: Elements,
  b: Elements,
): Promise<{ a: Elements; b: Elements }> {
  broadcastShape(a, b);
  return autodiff({ a, b }, upstream, (inputs: { a: tf.Tensor; b: tf.Tensor }) => tf.mul(inputs.a, inputs.b));
}
