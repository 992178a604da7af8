import type { NdArray } from '../../reference/ndarray.ts';
import { gruCellSizes } from '../../reference/recurrent/gru-cell.ts';
import type { GruOptions, GruWeights } from '../../reference/recurrent/shared/gru-weights.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { type GruTensors, gruStep, uploadGruWeights } from './shared/gru-tensors.ts';

interface Inputs {
  x: tf.Tensor2D;
  h: tf.Tensor2D;
  weights: GruTensors;
}

/** One GRU step on the backend that is running; see the reference for the formula, shapes and errors. */
export async function gruCell(x: NdArray, h: NdArray, weights: GruWeights, options: GruOptions = {}): Promise<NdArray> {
  gruCellSizes(x, h, weights, options);
  return onDevice(() => gruStep(upload(x), upload(h), uploadGruWeights(weights), options));
}

/** The gradient of sum(upstream * gruCell(...)) by the input, the state and the weights, by autodiff. */
export async function gruCellGradient(
  upstream: NdArray,
  x: NdArray,
  h: NdArray,
  weights: GruWeights,
  options: GruOptions = {},
): Promise<{ x: NdArray; h: NdArray; weights: GruWeights }> {
  gruCellSizes(x, h, weights, options);
  const inputs = { x, h, weights: weights as unknown as Arrays };
  return autodiff(inputs, upstream, (tensors: Inputs) => gruStep(tensors.x, tensors.h, tensors.weights, options));
}
