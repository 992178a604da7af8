import * as tf from '../../tf.ts';
import { workaround } from '../../workaround.ts';

/** The Euclidean norm along an axis, or of all elements, as a product of two: see the reference's. */
export interface NormTensors {
  /** the largest absolute value, 1 if all are 0: a constant to autodiff, as the norm does not depend on how it is scaled */
  largest: tf.Tensor;
  /** the norm over it; 1 if all are 0 */
  ratio: tf.Tensor;
  /** the norm, 0 if all are 0 */
  length: tf.Tensor;
}

/** By division by the largest: tf.norm overflows from 2e19 on, vanishes below 1e-23, and has no gradient at 0. */
export function normTensors(x: tf.Tensor, axis?: number): NormTensors {
  workaround('norm-overflows');
  workaround('norm-underflows');
  workaround('norm-gradient-at-zero');
  const most = constant(tf.max(tf.abs(x), axis, axis !== undefined));
  const isZero = tf.sub(1, tf.step(most));
  const largest = tf.add(most, isZero);
  const ratio = tf.sqrt(tf.add(tf.sum(tf.square(tf.div(x, largest)), axis, axis !== undefined), isZero));
  return { largest, ratio, length: tf.mul(tf.mul(largest, ratio), tf.step(most)) };
}

/** `g` scaled down to the length `limit` where its norm is larger; a step in place of a comparison, which autodiff cannot pass. */
export function clippedTensors(g: tf.Tensor, { largest, ratio, length }: NormTensors, limit: tf.Tensor): tf.Tensor {
  const isLonger = constant(tf.step(tf.sub(length, limit)));
  const scaled = tf.mul(tf.div(tf.div(g, largest), ratio), limit);
  return tf.add(tf.mul(g, tf.sub(1, isLonger)), tf.mul(scaled, isLonger));
}

/** A tensor through which autodiff passes nothing. */
const constant = tf.customGrad((x) => {
  const input = x as tf.Tensor;
  return { value: tf.clone(input), gradFunc: (upstream) => tf.zerosLike(upstream) };
});
