import {
  type BinaryCrossEntropyOptions,
  binaryCrossEntropyArguments,
} from '../../reference/losses/binary-cross-entropy.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { logarithm } from './shared/logarithm.ts';

/** Binary cross-entropy on the backend that is running; see the reference for the formula, shapes and errors. */
export async function binaryCrossEntropy(
  y: NdArray,
  t: NdArray,
  options: BinaryCrossEntropyOptions = {},
): Promise<number> {
  const { fromLogits, clip } = binaryCrossEntropyArguments(y, t, options);
  return onDevice(() => lossTensor(upload(y), upload(t), fromLogits, clip));
}

/** The gradient of upstream * binaryCrossEntropy(y, t) by y, by autodiff. */
export async function binaryCrossEntropyGradient(
  upstream: number,
  y: NdArray,
  t: NdArray,
  options: BinaryCrossEntropyOptions = {},
): Promise<{ y: NdArray }> {
  const { fromLogits, clip } = binaryCrossEntropyArguments(y, t, options);
  return autodiff({ y }, upstream, (inputs: { y: tf.Tensor }) => lossTensor(inputs.y, upload(t), fromLogits, clip));
}

/**
 * Not tf.losses.sigmoidCrossEntropy, where max(z, 0) - z t cancels for large logits, nor tf.losses.logLoss, which adds
 * 1e-7 to probabilities. If a target gives a logarithm no weight, its argument is replaced by 1, so that neither the
 * value nor the gradient computes 0 times infinity.
 */
function lossTensor(y: tf.Tensor, t: tf.Tensor, fromLogits: boolean, clip: number): tf.Tensor {
  const rest = tf.sub(1, t);
  const ones = tf.onesLike(y);
  const p = clip > 0 ? tf.clipByValue(y, clip, 1 - clip) : y;
  const minusLogP = fromLogits ? tf.softplus(tf.neg(y)) : tf.neg(logarithm(tf.where(tf.equal(t, 0), ones, p)));
  const minusLogQ = fromLogits ? tf.softplus(y) : tf.neg(logarithm(tf.where(tf.equal(t, 1), ones, tf.sub(1, p))));
  return tf.mean(tf.add(tf.mul(t, minusLogP), tf.mul(rest, minusLogQ)));
}
