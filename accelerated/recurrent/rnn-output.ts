import type { NdArray } from '../../reference/ndarray.ts';
import { rnnOutputSizes } from '../../reference/recurrent/rnn-output.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

interface Inputs {
  h: tf.Tensor3D;
  w: tf.Tensor2D;
  b: tf.Tensor1D;
}

/** The output of a recurrent layer on the backend that is running; see the reference for the formula, shapes and errors. */
export async function rnnOutput(h: NdArray, w: NdArray, b: NdArray): Promise<NdArray> {
  rnnOutputSizes(h, w, b);
  return onDevice(() => rnnOutputTensors({ h: upload(h), w: upload(w), b: upload(b) }));
}

/** The gradient of sum(upstream * rnnOutput(h, w, b)) by the three, by autodiff. */
export async function rnnOutputGradient(
  upstream: NdArray,
  h: NdArray,
  w: NdArray,
  b: NdArray,
): Promise<{ h: NdArray; w: NdArray; b: NdArray }> {
  rnnOutputSizes(h, w, b);
  return autodiff({ h, w, b }, upstream, rnnOutputTensors);
}

/** All steps of all samples are the rows of one product. */
function rnnOutputTensors({ h, w, b }: Inputs): tf.Tensor {
  const [B, T, units] = h.shape;
  const y = tf.add(tf.matMul(tf.reshape<tf.Rank.R2>(h, [B * T, units]), w), b);
  return tf.reshape(y, [B, T, b.shape[0]]);
}
