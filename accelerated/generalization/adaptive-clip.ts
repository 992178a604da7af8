import { type AdaptiveClipOptions, adaptiveClipArguments } from '../../reference/generalization/adaptive-clip.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { clippedTensors, normTensors } from './shared/norm.ts';

/** Adaptive clipping on the backend that is running; see the reference for the formula, shapes and errors. */
export async function adaptiveClip(w: NdArray, gradient: NdArray, options: AdaptiveClipOptions = {}): Promise<NdArray> {
  const chosen = adaptiveClipArguments(w, gradient, options);
  return onDevice(() => adaptiveClipTensors({ w: upload(w), gradient: upload(gradient) }, chosen));
}

/** The gradient of sum(upstream * adaptiveClip(w, gradient)) by the weights and the gradient, by autodiff. */
export async function adaptiveClipGradient(
  upstream: NdArray,
  w: NdArray,
  gradient: NdArray,
  options: AdaptiveClipOptions = {},
): Promise<{ w: NdArray; gradient: NdArray }> {
  const chosen = adaptiveClipArguments(w, gradient, options);
  return autodiff({ w, gradient }, upstream, (inputs: { w: tf.Tensor; gradient: tf.Tensor }) =>
    adaptiveClipTensors(inputs, chosen),
  );
}

function adaptiveClipTensors(
  { w, gradient }: { w: tf.Tensor; gradient: tf.Tensor },
  { clipping, epsilon }: ReturnType<typeof adaptiveClipArguments>,
): tf.Tensor {
  const { length } = normTensors(w, 0);
  // In this order equal ones give the derivative to epsilon.
  const limit = tf.mul(tf.maximum(tf.scalar(epsilon), length), clipping);
  return clippedTensors(gradient, normTensors(gradient, 0), limit);
}
