import type { NdArray } from '../../reference/ndarray.ts';
import { gruSizes } from '../../reference/recurrent/gru.ts';
import type { GruOptions, GruWeights } from '../../reference/recurrent/shared/gru-weights.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { type GruTensors, gruStep, uploadGruWeights } from './shared/gru-tensors.ts';
import { stepTensors } from './shared/rnn-tensors.ts';

interface Inputs {
  x: tf.Tensor3D;
  weights: GruTensors;
}

/** A GRU over a sequence on the backend that is running; see the reference for the formula, shapes and errors. */
export async function gru(x: NdArray, weights: GruWeights, options: GruOptions = {}): Promise<NdArray> {
  gruSizes(x, weights, options);
  return onDevice(() => gruTensors({ x: upload(x), weights: uploadGruWeights(weights) }, options));
}

/** The gradient of sum(upstream * gru(...)) by the sequence and the weights, by autodiff. */
export async function gruGradient(
  upstream: NdArray,
  x: NdArray,
  weights: GruWeights,
  options: GruOptions = {},
): Promise<{ x: NdArray; weights: GruWeights }> {
  gruSizes(x, weights, options);
  const inputs = { x, weights: weights as unknown as Arrays };
  return autodiff(inputs, upstream, (tensors: Inputs) => gruTensors(tensors, options));
}

function gruTensors({ x, weights }: Inputs, options: GruOptions): tf.Tensor {
  let h = tf.zeros<tf.Rank.R2>([x.shape[0], weights.update.b.shape[0]]);
  const states = stepTensors(x).map((step) => {
    h = gruStep(step, h, weights, options);
    return h;
  });
  return tf.stack(states, 1);
}
