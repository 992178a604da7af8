import type { NdArray } from '../../reference/ndarray.ts';
import { expectLstmCellArguments, type LstmState } from '../../reference/recurrent/lstm-cell.ts';
import type { LstmOptions, LstmWeights } from '../../reference/recurrent/shared/lstm-weights.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { type LstmTensors, lstmKernel, uploadWeights } from './shared/lstm-kernel.ts';

interface Inputs {
  x: tf.Tensor2D;
  state: { h: tf.Tensor2D; c: tf.Tensor2D };
  weights: LstmTensors;
}

/** One LSTM step on the backend that is running; see the reference for the formula, shapes and errors. */
export async function lstmCell(
  x: NdArray,
  state: LstmState,
  weights: LstmWeights,
  options: LstmOptions = {},
): Promise<LstmState> {
  expectLstmCellArguments(x, state, weights, options);
  return onDevice(() => {
    const inputs = {
      x: upload<tf.Tensor2D>(x),
      state: { h: upload<tf.Tensor2D>(state.h), c: upload<tf.Tensor2D>(state.c) },
    };
    return lstmCellTensors({ ...inputs, weights: uploadWeights(weights) }, options);
  });
}

/** The gradient of sum(upstream * lstmCell(...)) by the input, the state and the weights, by autodiff. */
export async function lstmCellGradient(
  upstream: LstmState,
  x: NdArray,
  state: LstmState,
  weights: LstmWeights,
  options: LstmOptions = {},
): Promise<{ x: NdArray; state: LstmState; weights: LstmWeights }> {
  expectLstmCellArguments(x, state, weights, options);
  const { h, c } = upstream;
  const inputs = { x, state: { h: state.h, c: state.c }, weights: weights as unknown as Arrays };
  return autodiff(inputs, { h, c }, (tensors: Inputs) => lstmCellTensors(tensors, options));
}

function lstmCellTensors({ x, state, weights }: Inputs, options: LstmOptions): { h: tf.Tensor2D; c: tf.Tensor2D } {
  const { w, b } = lstmKernel(weights, x.shape[1], options);
  const [c, h] = tf.basicLSTMCell(tf.scalar(0), w, b, x, state.c, state.h);
  return { h, c };
}
