import type { Elements } from '../../reference/elementwise.ts';
import type { ReduceOptions } from '../../reference/tensors/shared/reduce.ts';
import * as tf from '../tf.ts';
import { reduced, reducedGradient } from './shared/reduce.ts';

/** The mean along axes on the backend that is running; see the reference for the formula, shapes and errors. */
export async function reduceMean(x: Elements, options: ReduceOptions = {}): Promise<Elements> {
  return reduced(x, options, tf.mean);
}

/** The gradient of sum(upstream * reduceMean(x)) by x, by autodiff. */
export async function reduceMeanGradient(
  upstream: Elements,
  x: Elements,
  options: ReduceOptions = {},
): Promise<{ x: Elements }> {
  return reducedGradient(upstream, x, options, tf.mean);
}
