import type { Elements } from '../../reference/elementwise.ts';
import { broadcastShape } from '../../reference/tensors/shared/broadcast.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The difference of two tensors on the backend that is running; see the reference for the formula, shapes and errors. */
export async function subtract(a: Elements, b: Elements): Promise<Elements> {
  broadcastShape(a, b);
  return onDevice(() => tf.sub(upload(a), upload(b)));
}

/** The gradient of sum(upstream * subtract(a, b)) by both, by autodiff. */
export async function subtractGradient(
  upstream: Elements,
  a: Elements,
  b: Elements,
): Promise<{ a: Elements; b: Elements }> {
  broadcastShape(a, b);
  return autodiff({ a, b }, upstream, (inputs: { a: tf.Tensor; b: tf.Tensor }) => tf.sub(inputs.a, inputs.b));
}
