import type { Elements } from '../../reference/elementwise.ts';
import { expectPowers } from '../../reference/tensors/power.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** The powers of two tensors on the backend that is running; see the reference for the formula, shapes and errors. */
export async function power(a: Elements, b: Elements): Promise<Elements> {
  expectPowers(a, b);
  return onDevice(() => tf.pow(upload(a), upload(b)));
}

/** The gradient of sum(upstream * power(a, b)) by both, by autodiff. */
export async function powerGradient(
  upstream: Elements,
  a: Elements,
  b: Elements,
): Promise<{ a: Elements; b: Elements }> {
  expectPowers(a, b);
  return autodiff({ a, b }, upstream, (inputs: { a: tf.Tensor; b: tf.Tensor }) =>
    tf.pow(withoutZeroToTheZero(inputs.a, inputs.b), inputs.b),
  );
}

/** The bases, with 1 for a base of 0 whose exponent is 0: the power is 1 and its gradient 0 either way. */
function withoutZeroToTheZero(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  workaround('pow-gradient-at-zero');
  const isZero = (x: tf.Tensor): tf.Tensor => tf.sub(1, tf.step(tf.abs(x)));
  return tf.add(a, tf.mul(isZero(a), isZero(b)));
}
