import type { Elements } from '../../reference/elementwise.ts';
import type { ReduceOptions } from '../../reference/tensors/shared/reduce.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';
import { reduced, reducedGradient } from './shared/reduce.ts';

/** The product along axes on the backend that is running; see the reference for the formula, shapes and errors. */
export async function reduceProd(x: Elements, options: ReduceOptions = {}): Promise<Elements> {
  return reduced(x, options, product);
}

/** The gradient of sum(upstream * reduceProd(x)) by x, by autodiff. */
export async function reduceProdGradient(
  upstream: Elements,
  x: Elements,
  options: ReduceOptions = {},
): Promise<{ x: Elements }> {
  return reducedGradient(upstream, x, options, product);
}

function product(x: tf.Tensor, axes?: number[], keepDims?: boolean): tf.Tensor {
  if (axes?.some((axis) => axis < 0)) workaround('prod-gradient-of-negative-axis');
  const fromFront = axes?.map((axis) => (axis < 0 ? axis + x.rank : axis));
  return tf.prod(x, fromFront, keepDims);
}
