import type { NdArray } from '../../reference/ndarray.ts';
import type { RnnWeights } from '../../reference/recurrent/shared/rnn-weights.ts';
import { type StackedRnnOptions, stackedRnnSizes } from '../../reference/recurrent/stacked-rnn.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { type RnnTensors, rnnStateTensors, stepTensors, uploadRnnWeights } from './shared/rnn-tensors.ts';

interface Inputs {
  x: tf.Tensor3D;
  layers: readonly RnnTensors[];
}

/** Stacked recurrent layers on the backend that is running; see the reference for the formula, shapes and errors. */
export async function stackedRnn(
  x: NdArray,
  layers: readonly RnnWeights[],
  options: StackedRnnOptions = {},
): Promise<NdArray> {
  stackedRnnSizes(x, layers, options);
  return onDevice(() => stackedRnnTensors({ x: upload(x), layers: layers.map(uploadRnnWeights) }, options));
}

/** The gradient of sum(upstream * stackedRnn(...)) by the sequence and the weights, by autodiff. */
export async function stackedRnnGradient(
  upstream: NdArray,
  x: NdArray,
  layers: readonly RnnWeights[],
  options: StackedRnnOptions = {},
): Promise<{ x: NdArray; layers: RnnWeights[] }> {
  stackedRnnSizes(x, layers, options);
  const inputs = { x, layers: layers as unknown as Arrays };
  return autodiff(inputs, upstream, (tensors: Inputs) => stackedRnnTensors(tensors, options));
}

function stackedRnnTensors({ x, layers }: Inputs, { kind, steps = 1 }: StackedRnnOptions): tf.Tensor {
  const given = kind === 'one-to-many' ? tf.tile(x, [1, steps, 1]) : x;
  const states = layers.reduce((below, weights) => {
    const rest = tf.zeros<tf.Rank.R2>([x.shape[0], weights.b.shape[0]]);
    return rnnStateTensors(below, rest, weights);
  }, stepTensors(given));
  return tf.stack(kind === 'many-to-one' ? states.slice(-1) : states, 1);
}
