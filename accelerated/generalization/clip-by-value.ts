import { expectClipRange } from '../../reference/generalization/clip-by-value.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** Clipping by value on the backend that is running; see the reference for the formula, shapes and errors. */
export async function clipByValue(gradient: NdArray, low: number, high: number): Promise<NdArray> {
  expectClipRange(gradient, low, high);
  return onDevice(() => clipByValueTensors(upload(gradient), low, high));
}

/** The gradient of sum(upstream * clipByValue(gradient, low, high)) by the entries, by autodiff. */
export async function clipByValueGradient(
  upstream: NdArray,
  gradient: NdArray,
  low: number,
  high: number,
): Promise<{ gradient: NdArray }> {
  expectClipRange(gradient, low, high);
  return autodiff({ gradient }, upstream, (inputs: { gradient: tf.Tensor }) =>
    clipByValueTensors(inputs.gradient, low, high),
  );
}

/** Where both ends are one number, tf.clipByValue has no gradient: it is a constant then. */
function clipByValueTensors(g: tf.Tensor, low: number, high: number): tf.Tensor {
  if (low < high) return tf.clipByValue(g, low, high);
  workaround('clip-gradient-of-equal-ends');
  return tf.add(tf.mul(g, 0), low);
}
