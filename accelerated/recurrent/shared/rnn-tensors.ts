import type { RnnActivation } from '../../../reference/recurrent/rnn-cell.ts';
import type { RnnWeights } from '../../../reference/recurrent/shared/rnn-weights.ts';
import { upload } from '../../device.ts';
import * as tf from '../../tf.ts';

/** The weights of a recurrent layer as tensors. */
export type RnnTensors = { wx: tf.Tensor2D; wh: tf.Tensor2D; b: tf.Tensor1D };

const ACTIVATIONS: Readonly<Record<RnnActivation, (drives: tf.Tensor2D) => tf.Tensor2D>> = {
  tanh: (drives) => tf.tanh(drives),
  sigmoid: (drives) => tf.sigmoid(drives),
  relu: (drives) => tf.relu(drives),
};

export function uploadRnnWeights({ wx, wh, b }: RnnWeights): RnnTensors {
  return { wx: upload(wx), wh: upload(wh), b: upload(b) };
}

/** The weights of the concatenated form: those of the state above those of the input. */
export function joinedWeights({ wx, wh }: RnnTensors): tf.Tensor2D {
  return tf.concat([wh, wx], 0);
}

/** One step, in the concatenated form: [h, x] times the joined weights. */
export function rnnStep(
  x: tf.Tensor2D,
  h: tf.Tensor2D,
  joined: tf.Tensor2D,
  b: tf.Tensor1D,
  activation: RnnActivation = 'tanh',
): tf.Tensor2D {
  return ACTIVATIONS[activation](tf.add(tf.matMul(tf.concat([h, x], 1), joined), b));
}

/** The inputs of each step. Slices, since the gradient of tf.unstack throws if there is only one step. */
export function stepTensors(x: tf.Tensor3D): tf.Tensor2D[] {
  const [B, T, features] = x.shape;
  return Array.from({ length: T }, (_, t) => tf.reshape(tf.slice(x, [0, t, 0], [B, 1, features]), [B, features]));
}

/** The states after each of the steps, the first of which begins with the state `h`. */
export function rnnStateTensors(inputs: readonly tf.Tensor2D[], h: tf.Tensor2D, weights: RnnTensors): tf.Tensor2D[] {
  const joined = joinedWeights(weights);
  let state = h;
  return inputs.map((x) => {
    state = rnnStep(x, state, joined, weights.b);
    return state;
  });
}

/** The states of all steps of a sequence, from zeros. */
export function rnnTensors(x: tf.Tensor3D, weights: RnnTensors): tf.Tensor3D {
  const rest = tf.zeros<tf.Rank.R2>([x.shape[0], weights.b.shape[0]]);
  return tf.stack(rnnStateTensors(stepTensors(x), rest, weights), 1) as tf.Tensor3D;
}
