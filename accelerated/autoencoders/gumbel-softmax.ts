import { expectGumbel, type GumbelOptions } from '../../reference/autoencoders/gumbel-softmax.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { firstLargest, straightThrough } from './shared/first-largest.ts';

/** The smallest normal number of float32: a temperature below it would be 0 on a device. */
const LEAST = 2 ** -126;

/** A Gumbel softmax sample on the backend that is running; see the reference for the formula, shapes and errors. */
export async function gumbelSoftmax(logits: NdArray, random: NdArray, options: GumbelOptions = {}): Promise<NdArray> {
  const complete = expectGumbel(logits, random, options);
  return onDevice(() => gumbelSoftmaxTensors(upload(logits), upload(random), complete));
}

/** The gradient of sum(upstream * gumbelSoftmax(...)) by the logits, by autodiff. */
export async function gumbelSoftmaxGradient(
  upstream: NdArray,
  logits: NdArray,
  random: NdArray,
  options: GumbelOptions = {},
): Promise<{ logits: NdArray }> {
  const complete = expectGumbel(logits, random, options);
  return autodiff({ logits }, upstream, (inputs: { logits: tf.Tensor }) =>
    gumbelSoftmaxTensors(inputs.logits, upload(random), complete),
  );
}

function gumbelSoftmaxTensors(
  logits: tf.Tensor,
  random: tf.Tensor,
  { temperature, hard }: Required<GumbelOptions>,
): tf.Tensor {
  const scores = tf.sub(logits, tf.log(tf.neg(tf.log(random))));
  // Less the largest of their row, which has no part in the gradient: softmax stays as it is.
  const moved = straightThrough(scores, () => tf.sub(scores, tf.max(scores, -1, true)));
  const relaxed = tf.softmax(tf.div(moved, Math.max(temperature, LEAST)));
  return hard ? straightThrough(relaxed, () => firstLargest(scores).oneHot) : relaxed;
}
