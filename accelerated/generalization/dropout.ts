import { type DropoutOptions, dropoutArguments } from '../../reference/generalization/dropout.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** Inverted dropout on the backend that is running; see the reference for the formula, shapes and errors. */
export async function dropout(x: NdArray, random: NdArray | number, options: DropoutOptions = {}): Promise<NdArray> {
  const chosen = dropoutArguments(x, random, options);
  return onDevice(() => dropoutTensors(upload(x), chosen));
}

/** The gradient of sum(upstream * dropout(x, random)) by the input, by autodiff. */
export async function dropoutGradient(
  upstream: NdArray,
  x: NdArray,
  random: NdArray | number,
  options: DropoutOptions = {},
): Promise<{ x: NdArray }> {
  const chosen = dropoutArguments(x, random, options);
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor }) => dropoutTensors(inputs.x, chosen));
}

/** By its mask: tf.dropout makes its own draws, and gives NaN at a rate of 1. */
function dropoutTensors(x: tf.Tensor, { draws, rate, training }: ReturnType<typeof dropoutArguments>): tf.Tensor {
  if (!training) return tf.clone(x);
  workaround('dropout-of-everything');
  const kept = tf.cast(tf.greaterEqual(upload(draws), rate), 'float32');
  // At a rate of 1 nothing is kept, whatever it is divided by.
  return tf.div(tf.mul(x, kept), rate === 1 ? 1 : 1 - rate);
}
