import type { Elements } from '../../reference/elementwise.ts';
import type { ReduceOptions } from '../../reference/tensors/shared/reduce.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';
import { reduced, reducedGradient } from './shared/reduce.ts';

/** The product along axes on the backend that is running; see the reference for the formula, shapes and errors. */
export async function reduceProd(x: Elements, options: ReduceOptions = {}): Promise<Elements> {
  return reduced(x, options, tf.prod);
}

/** The gradient of sum(upstream * reduceProd(x)) by x, by autodiff. */
export async function reduceProdGradient(
  upstream: Elements,
  x: Elements,
  options: ReduceOptions = {},
): Promise<{ x: Elements }> {
  return reducedGradient(upstream, x, options, productOfFactors);
}

/** One factor after another, since the gradient of tf.prod is wrong on webgpu and fails for an axis counted from the end. */
function productOfFactors(x: tf.Tensor, axes: number[] | undefined, keepDims = false): tf.Tensor {
  workaround('prod-gradient');
  workaround('prod-gradient-negative-axis');
  const gone = (axes ?? x.shape.map((_, axis) => axis)).map((axis) => (axis < 0 ? axis + x.rank : axis));
  const others = x.shape.map((_, axis) => axis).filter((axis) => !gone.includes(axis));
  const size = others.reduce((product, axis) => product * (x.shape[axis] as number), 1);
  const rows = tf.reshape(tf.transpose(x, [...others, ...gone]), [size, -1]);
  const factors = Array.from({ length: rows.shape[1] as number }, (_, k) => tf.slice(rows, [0, k], [size, 1]));
  const product = factors.reduce((p, factor) => tf.mul(p, factor));
  const kept = x.shape.map((length, axis) => (gone.includes(axis) ? 1 : length));
  return tf.reshape(product, keepDims ? kept : others.map((axis) => x.shape[axis] as number));
}
