import type { NdArray } from '../../reference/ndarray.ts';
import { type LstmGates, lstmGatesSizes } from '../../reference/recurrent/lstm-gates.ts';
import type { LstmOptions, LstmWeights } from '../../reference/recurrent/shared/lstm-weights.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { type LstmTensors, lstmKernel, uploadWeights } from './shared/lstm-kernel.ts';

interface Inputs {
  x: tf.Tensor2D;
  h: tf.Tensor2D;
  weights: LstmTensors;
}

/** The gates of an LSTM cell on the backend that is running; see the reference for the formula, shapes and errors. */
export async function lstmGates(
  x: NdArray,
  h: NdArray,
  weights: LstmWeights,
  options: LstmOptions = {},
): Promise<LstmGates> {
  lstmGatesSizes(x, h, weights, options);
  return onDevice(() => {
    const inputs = { x: upload<tf.Tensor2D>(x), h: upload<tf.Tensor2D>(h), weights: uploadWeights(weights) };
    return lstmGatesTensors(inputs, options);
  });
}

/** The gradient of sum(upstream * lstmGates(...)) by the input, the state and the weights, by autodiff. */
export async function lstmGatesGradient(
  upstream: LstmGates,
  x: NdArray,
  h: NdArray,
  weights: LstmWeights,
  options: LstmOptions = {},
): Promise<{ x: NdArray; h: NdArray; weights: LstmWeights }> {
  lstmGatesSizes(x, h, weights, options);
  const { forget, input, candidate, output } = upstream;
  const inputs = { x, h, weights: weights as unknown as Arrays };
  return autodiff(inputs, { forget, input, candidate, output }, (tensors: Inputs) =>
    lstmGatesTensors(tensors, options),
  );
}

function lstmGatesTensors({ x, h, weights }: Inputs, options: LstmOptions): Record<keyof LstmGates, tf.Tensor2D> {
  const { w, b } = lstmKernel(weights, x.shape[1], options);
  const drives = tf.add(tf.matMul(tf.concat([x, h], 1), w), b) as tf.Tensor2D;
  const [input, candidate, forget, output] = tf.split(drives, 4, 1) as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  return {
    forget: tf.sigmoid(forget),
    input: tf.sigmoid(input),
    candidate: tf.tanh(candidate),
    output: tf.sigmoid(output),
  };
}
