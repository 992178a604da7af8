import type { NdArray } from '../../reference/ndarray.ts';
import { lstmSizes } from '../../reference/recurrent/lstm.ts';
import type { LstmOptions, LstmWeights } from '../../reference/recurrent/shared/lstm-weights.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { type LstmTensors, lstmKernel, uploadWeights } from './shared/lstm-kernel.ts';

interface Inputs {
  x: tf.Tensor3D;
  weights: LstmTensors;
}

/** An LSTM over a sequence on the backend that is running; see the reference for the formula, shapes and errors. */
export async function lstm(x: NdArray, weights: LstmWeights, options: LstmOptions = {}): Promise<NdArray> {
  lstmSizes(x, weights, options);
  return onDevice(() => lstmTensors({ x: upload<tf.Tensor3D>(x), weights: uploadWeights(weights) }, options));
}

/** The gradient of sum(upstream * lstm(...)) by the sequence and the weights, by autodiff. */
export async function lstmGradient(
  upstream: NdArray,
  x: NdArray,
  weights: LstmWeights,
  options: LstmOptions = {},
): Promise<{ x: NdArray; weights: LstmWeights }> {
  lstmSizes(x, weights, options);
  const inputs = { x, weights: weights as unknown as Arrays };
  return autodiff(inputs, upstream, (tensors: Inputs) => lstmTensors(tensors, options));
}

function lstmTensors({ x, weights }: Inputs, options: LstmOptions): tf.Tensor {
  const [B, T, features] = x.shape;
  const { w, b } = lstmKernel(weights, features, options);
  let h = tf.zeros<tf.Rank.R2>([B, b.shape[0] / 4]);
  let c = tf.zerosLike(h);
  const states: tf.Tensor2D[] = [];
  // The gradient of tf.unstack throws if there is only one step.
  for (let t = 0; t < T; t++) {
    const step = tf.reshape(tf.slice(x, [0, t, 0], [B, 1, features]), [B, features]);
    [c, h] = tf.basicLSTMCell(tf.scalar(0), w, b, step as tf.Tensor2D, c, h);
    states.push(h);
  }
  return tf.stack(states, 1);
}
