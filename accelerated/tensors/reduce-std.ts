import type { Elements } from '../../reference/elementwise.ts';
import type { ReduceOptions } from '../../reference/tensors/shared/reduce.ts';
import * as tf from '../tf.ts';
import { reduced, reducedGradient } from './shared/reduce.ts';

/** The standard deviation along axes on the backend that is running; see the reference for the formula, shapes and errors. */
export async function reduceStd(x: Elements, options: ReduceOptions = {}): Promise<Elements> {
  return reduced(x, options, deviation);
}

/** The gradient of sum(upstream * reduceStd(x)) by x, by autodiff. */
export async function reduceStdGradient(
  upstream: Elements,
  x: Elements,
  options: ReduceOptions = {},
): Promise<{ x: Elements }> {
  return reducedGradient(upstream, x, options, deviation);
}

/** Where the variance is 0 the root's derivative is infinite, and that of the deviation counts as 0: the root is taken of 1. */
function deviation(x: tf.Tensor, axes?: number[], keepDims?: boolean): tf.Tensor {
  const { variance } = tf.moments(x, axes, keepDims);
  const deviates = tf.step(variance);
  return tf.mul(deviates, tf.sqrt(tf.add(variance, tf.sub(1, deviates))));
}
