import type { NdArray } from '../../reference/ndarray.ts';
import { type SoftmaxOptions, softmaxAxis } from '../../reference/training/softmax.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Softmax on the backend that is running; see the reference for the formula, shapes and errors. */
export async function softmax(logits: NdArray, options: SoftmaxOptions = {}): Promise<NdArray> {
  const axis = softmaxAxis(logits, options);
  return onDevice(() => softmaxTensors(upload(logits), axis));
}

/** The gradient of sum(upstream * softmax(logits)) by the logits, by autodiff. */
export async function softmaxGradient(
  upstream: NdArray,
  logits: NdArray,
  options: SoftmaxOptions = {},
): Promise<{ logits: NdArray }> {
  const axis = softmaxAxis(logits, options);
  return autodiff({ logits }, upstream, (inputs: { logits: tf.Tensor }) => softmaxTensors(inputs.logits, axis));
}

/** tfjs takes the last axis alone, so another one is moved there and back. */
function softmaxTensors(logits: tf.Tensor, axis: number): tf.Tensor {
  if (axis === logits.rank - 1) return tf.softmax(logits);
  const order = logits.shape.map((_, i) => i);
  const moved = [...order.filter((i) => i !== axis), axis];
  const back = order.map((i) => moved.indexOf(i));
  return tf.transpose(tf.softmax(tf.transpose(logits, moved)), back);
}
