import { expectPenalty } from '../../reference/generalization/l2-penalty.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The L2 penalty on the backend that is running; see the reference for the formula, shapes and errors. */
export async function l2Penalty(w: NdArray, lambda: number): Promise<number> {
  expectPenalty(w, lambda);
  return onDevice(() => l2PenaltyTensors(upload(w), lambda));
}

/** The gradient of upstream * l2Penalty(w, lambda) by the weights, by autodiff. */
export async function l2PenaltyGradient(upstream: number, w: NdArray, lambda: number): Promise<{ w: NdArray }> {
  expectPenalty(w, lambda);
  return autodiff({ w }, upstream, (inputs: { w: tf.Tensor }) => l2PenaltyTensors(inputs.w, lambda));
}

function l2PenaltyTensors(w: tf.Tensor, lambda: number): tf.Tensor {
  return tf.mul(tf.sum(tf.square(w)), lambda);
}
