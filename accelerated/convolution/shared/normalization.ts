import type { Elements } from '../../../reference/elementwise.ts';
import { expectNumbers } from '../../../reference/elementwise.ts';
import { autodiff, onDevice, upload } from '../../device.ts';
import * as tf from '../../tf.ts';
import { workaround } from '../../workaround.ts';
import { firstLargest } from './first-largest.ts';

/** The largest of a vector, with or without a gradient at ties. */
export type Largest = (x: tf.Tensor) => tf.Tensor;

/** A normalization of a vector, which takes the largest element by `largest`. */
export type Normalization = (x: tf.Tensor, largest: Largest) => tf.Tensor;

/** A normalization over all elements on the backend that is running. */
export async function normalized(x: Elements, normalization: Normalization): Promise<Elements> {
  expectNumbers('x', x);
  return onDevice(() => asVector(upload(x), normalization, tf.max));
}

/** The gradient of sum(upstream * normalization) by x, by autodiff. */
export async function normalizedGradient(
  upstream: Elements,
  x: Elements,
  normalization: Normalization,
): Promise<{ x: Elements }> {
  expectNumbers('x', x);
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor }) => {
    workaround('min-gradient-at-ties');
    return asVector(inputs.x, normalization, firstLargest);
  });
}

/**
 * The share of the way from the least to the largest; 0 if all are equal, and so is its derivative. Halving all
 * elements leaves the shares as they are, and the spread of two finite numbers cannot overflow.
 */
export function shareOfSpread(x: tf.Tensor, largest: Largest): tf.Tensor {
  const half = tf.mul(x, 0.5);
  const least = tf.neg(largest(tf.neg(half)));
  const spread = tf.sub(largest(half), least);
  const differs = tf.step(spread);
  return tf.div(tf.mul(differs, tf.sub(half, least)), tf.add(spread, tf.sub(1, differs)));
}

function asVector(x: tf.Tensor, normalization: Normalization, largest: Largest): tf.Tensor {
  return tf.reshape(normalization(tf.reshape(x, [-1]), largest), x.shape);
}
