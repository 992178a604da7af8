import type { Elements } from '../../reference/elementwise.ts';
import type { ReduceOptions } from '../../reference/tensors/shared/reduce.ts';
import * as tf from '../tf.ts';
import { reduced, reducedGradient } from './shared/reduce.ts';

/** The sum along axes on the backend that is running; see the reference for the formula, shapes and errors. */
export async function reduceSum(x: Elements, options: ReduceOptions = {}): Promise<Elements> {
  return reduced(x, options, tf.sum);
}

/** The gradient of sum(upstream * reduceSum(x)) by x, by autodiff. */
export async function reduceSumGradient(
  upstream: Elements,
  x: Elements,
  options: ReduceOptions = {},
): Promise<{ x: Elements }> {
  return reducedGradient(upstream, x, options, tf.sum);
}
