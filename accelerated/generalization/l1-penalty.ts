import { expectPenalty } from '../../reference/generalization/l2-penalty.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** The L1 penalty on the backend that is running; see the reference for the formula, shapes and errors. */
export async function l1Penalty(w: NdArray, lambda: number): Promise<number> {
  expectPenalty(w, lambda);
  return onDevice(() => l1PenaltyTensors(upload(w), lambda));
}

/** The gradient of upstream * l1Penalty(w, lambda) by the weights, by autodiff. */
export async function l1PenaltyGradient(upstream: number, w: NdArray, lambda: number): Promise<{ w: NdArray }> {
  expectPenalty(w, lambda);
  return autodiff({ w }, upstream, (inputs: { w: tf.Tensor }) => l1PenaltyTensors(inputs.w, lambda));
}

/** By relu, since tfjs gives abs a gradient of -1 at 0. */
function l1PenaltyTensors(w: tf.Tensor, lambda: number): tf.Tensor {
  workaround('abs-gradient-at-zero');
  return tf.mul(tf.sum(tf.add(tf.relu(w), tf.relu(tf.neg(w)))), lambda);
}
