import type { NdArray } from '../../reference/ndarray.ts';
import { type RnnActivation, rnnCellSizes } from '../../reference/recurrent/rnn-cell.ts';
import type { RnnWeights } from '../../reference/recurrent/shared/rnn-weights.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { type RnnTensors, rnnStep, uploadRnnWeights } from './shared/rnn-tensors.ts';

interface Inputs {
  x: tf.Tensor2D;
  h: tf.Tensor2D;
  weights: RnnTensors;
}

/** One step of a recurrent layer on the backend that is running; see the reference for the formula, shapes and errors. */
export async function rnnCell(
  x: NdArray,
  h: NdArray,
  weights: RnnWeights,
  activation: RnnActivation = 'tanh',
): Promise<NdArray> {
  rnnCellSizes(x, h, weights, activation);
  return onDevice(() => rnnStep(upload(x), upload(h), uploadRnnWeights(weights), activation));
}

/** The gradient of sum(upstream * rnnCell(...)) by the input, the state and the weights, by autodiff. */
export async function rnnCellGradient(
  upstream: NdArray,
  x: NdArray,
  h: NdArray,
  weights: RnnWeights,
  activation: RnnActivation = 'tanh',
): Promise<{ x: NdArray; h: NdArray; weights: RnnWeights }> {
  rnnCellSizes(x, h, weights, activation);
  const { wx, wh, b } = weights;
  return autodiff({ x, h, weights: { wx, wh, b } }, upstream, (inputs: Inputs) =>
    rnnStep(inputs.x, inputs.h, inputs.weights, activation),
  );
}
