import type { NdArray } from '../../reference/ndarray.ts';
import { type RnnActivation, rnnCellSizes } from '../../reference/recurrent/rnn-cell.ts';
import type { RnnWeights } from '../../reference/recurrent/shared/rnn-weights.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { joinedWeights, type RnnTensors, rnnStep, uploadRnnWeights } from './shared/rnn-tensors.ts';

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
  return onDevice(() => {
    const inputs = { x: upload<tf.Tensor2D>(x), h: upload<tf.Tensor2D>(h), weights: uploadRnnWeights(weights) };
    return rnnCellTensors(inputs, activation);
  });
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
  const inputs = { x, h, weights: { wx, wh, b } };
  return autodiff(inputs, upstream, (tensors: Inputs) => rnnCellTensors(tensors, activation));
}

function rnnCellTensors({ x, h, weights }: Inputs, activation: RnnActivation): tf.Tensor {
  return rnnStep(x, h, joinedWeights(weights), weights.b, activation);
}
