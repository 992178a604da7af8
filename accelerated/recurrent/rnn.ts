import type { NdArray } from '../../reference/ndarray.ts';
import { rnnSizes } from '../../reference/recurrent/rnn.ts';
import type { RnnWeights } from '../../reference/recurrent/shared/rnn-weights.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { type RnnTensors, rnnTensors, uploadRnnWeights } from './shared/rnn-tensors.ts';

/** A recurrent layer over a sequence on the backend that is running; see the reference for the formula, shapes and errors. */
export async function rnn(x: NdArray, weights: RnnWeights): Promise<NdArray> {
  rnnSizes(x, weights);
  return onDevice(() => rnnTensors(upload(x), uploadRnnWeights(weights)));
}

/** The gradient of sum(upstream * rnn(x, weights)) by the sequence and the weights, by autodiff. */
export async function rnnGradient(
  upstream: NdArray,
  x: NdArray,
  weights: RnnWeights,
): Promise<{ x: NdArray; weights: RnnWeights }> {
  rnnSizes(x, weights);
  const { wx, wh, b } = weights;
  const core = (inputs: { x: tf.Tensor3D; weights: RnnTensors }): tf.Tensor => rnnTensors(inputs.x, inputs.weights);
  return autodiff({ x, weights: { wx, wh, b } }, upstream, core);
}
