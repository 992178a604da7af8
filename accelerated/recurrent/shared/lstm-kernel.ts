import {
  GATES,
  type GateWeights,
  type LstmOptions,
  type LstmWeights,
} from '../../../reference/recurrent/shared/lstm-weights.ts';
import { upload } from '../../device.ts';
import * as tf from '../../tf.ts';

/** Weights and biases of one gate, or of all gates packed, as tensors. */
export interface GateTensors {
  w: tf.Tensor2D;
  b: tf.Tensor1D;
}

export type LstmTensors =
  | { forget: GateTensors; input: GateTensors; candidate: GateTensors; output: GateTensors }
  | GateTensors;

/** The weights as tensors of the same form. */
export function uploadWeights(weights: LstmWeights): LstmTensors {
  const uploaded = ({ w, b }: GateWeights): GateTensors => ({ w: upload(w), b: upload(b) });
  if ('w' in weights) return uploaded(weights);
  return Object.fromEntries(GATES.map((gate) => [gate, uploaded(weights[gate])])) as unknown as LstmTensors;
}

/** The weights as `tf.basicLSTMCell` takes them: x above h; input, candidate, forget, output packed. */
export function lstmKernel(
  weights: LstmTensors,
  features: number,
  { inputOrder = 'hx', gateOrder = 'fico' }: LstmOptions,
): GateTensors {
  const [forget, input, candidate, output] = 'w' in weights ? apart(weights, gateOrder) : inOrder(weights);
  const gates = [input, candidate, forget, output];
  const w = tf.concat(
    gates.map((gate) => gate.w),
    1,
  );
  const b = tf.concat(gates.map((gate) => gate.b));
  if (inputOrder === 'xh') return { w, b };
  const units = w.shape[0] - features;
  const [ofH, ofX] = tf.split(w, [units, features], 0) as [tf.Tensor2D, tf.Tensor2D];
  return { w: tf.concat([ofX, ofH], 0), b };
}

type Four = [forget: GateTensors, input: GateTensors, candidate: GateTensors, output: GateTensors];

function inOrder(weights: Exclude<LstmTensors, GateTensors>): Four {
  return [weights.forget, weights.input, weights.candidate, weights.output];
}

function apart(weights: GateTensors, gateOrder: 'fico' | 'ifco'): Four {
  const bs = tf.split(weights.b, 4);
  const [first, second, third, fourth] = tf.split(weights.w, 4, 1).map((w, g) => ({ w, b: bs[g] })) as Four;
  return gateOrder === 'fico' ? [first, second, third, fourth] : [second, first, third, fourth];
}
