import type { Elements } from '../../reference/elementwise.ts';
import * as tf from '../tf.ts';
import { type Largest, normalized, normalizedGradient, shareOfSpread } from './shared/normalization.ts';

/** Normalization to -1..1 on the backend that is running; see the reference for the formula, shapes and errors. */
export async function symmetricNormalize(x: Elements): Promise<Elements> {
  return normalized(x, symmetric);
}

/** The gradient of sum(upstream * symmetricNormalize(x)) by x, by autodiff. */
export async function symmetricNormalizeGradient(upstream: Elements, x: Elements): Promise<{ x: Elements }> {
  return normalizedGradient(upstream, x, symmetric);
}

function symmetric(x: tf.Tensor, largest: Largest): tf.Tensor {
  return tf.sub(tf.mul(2, shareOfSpread(x, largest)), 1);
}
