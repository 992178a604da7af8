import type { Elements } from '../../reference/elementwise.ts';
import { type MatmulOptions, matmulShape } from '../../reference/tensors/matmul.ts';
import { broadcastShapes } from '../../reference/tensors/shared/broadcast.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** The product of matrices on the backend that is running; see the reference for the formula, shapes and errors. */
export async function matmul(a: Elements, b: Elements, options: MatmulOptions = {}): Promise<Elements> {
  matmulShape(a, b, options);
  return onDevice(() => product(upload(a), upload(b), options));
}

/** The gradient of sum(upstream * matmul(a, b)) by both, by autodiff. */
export async function matmulGradient(
  upstream: Elements,
  a: Elements,
  b: Elements,
  options: MatmulOptions = {},
): Promise<{ a: Elements; b: Elements }> {
  matmulShape(a, b, options);
  return autodiff({ a, b }, upstream, (inputs: { a: tf.Tensor; b: tf.Tensor }) => product(inputs.a, inputs.b, options));
}

function product(a: tf.Tensor, b: tf.Tensor, { transposeA, transposeB }: MatmulOptions): tf.Tensor {
  const batch = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2));
  return tf.matMul(repeated(a, batch), repeated(b, batch), transposeA, transposeB);
}

/** The matrices of a batch repeated beforehand: tf.matMul leaves some out where both batches are, and its gradient fails. */
function repeated(x: tf.Tensor, batch: readonly number[]): tf.Tensor {
  if (String(x.shape.slice(0, -2)) === String(batch)) return x;
  workaround('mat-mul-of-crossed-batches');
  workaround('mat-mul-gradient-broadcast');
  return tf.broadcastTo(x, [...batch, ...x.shape.slice(-2)]);
}
