import {
  type CategoricalCrossEntropyOptions,
  categoricalCrossEntropyArguments,
} from '../../reference/losses/categorical-cross-entropy.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';
import { logarithm } from './shared/logarithm.ts';

/** Categorical cross-entropy on the backend that is running; see the reference for the formula, shapes and errors. */
export async function categoricalCrossEntropy(
  y: NdArray,
  t: NdArray,
  options: CategoricalCrossEntropyOptions = {},
): Promise<number> {
  const { C, fromLogits } = categoricalCrossEntropyArguments(y, t, options);
  return onDevice(() => lossTensor(upload(y), targetRows(t, C), fromLogits));
}

/** The gradient of upstream * categoricalCrossEntropy(y, t) by y, by autodiff. */
export async function categoricalCrossEntropyGradient(
  upstream: number,
  y: NdArray,
  t: NdArray,
  options: CategoricalCrossEntropyOptions = {},
): Promise<{ y: NdArray }> {
  const { C, fromLogits } = categoricalCrossEntropyArguments(y, t, options);
  return autodiff({ y }, upstream, (inputs: { y: tf.Tensor }) => lossTensor(inputs.y, targetRows(t, C), fromLogits));
}

/** Rows of target probabilities; class indices become one-hot rows. tf.oneHot refuses a depth of 1. */
function targetRows(t: NdArray, classes: number): tf.Tensor {
  const targets = upload(t);
  if (targets.rank === 2) return targets;
  if (classes > 1) return tf.cast(tf.oneHot(tf.cast(targets, 'int32'), classes), 'float32');
  workaround('one-hot-depth-one');
  return tf.ones([targets.size, 1]);
}

/**
 * Not tf.losses.softmaxCrossEntropy: it takes log sum exp from the logits instead of the maximum, and loses 3 digits at
 * logits of 1e4. If the target is 0, the probability is replaced before the logarithm, so that neither the value nor
 * the gradient computes 0 times infinity.
 */
function lossTensor(y: tf.Tensor, t: tf.Tensor, fromLogits: boolean): tf.Tensor {
  const absent = tf.equal(t, 0);
  const logP = fromLogits
    ? tf.where(absent, tf.zerosLike(y), tf.logSoftmax(y))
    : logarithm(tf.where(absent, tf.onesLike(y), y));
  return tf.neg(tf.mean(tf.sum(tf.mul(t, logP), 1)));
}
