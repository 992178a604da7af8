import * as tf from '../../tf.ts';
import type { RnnTensors } from './rnn-tensors.ts';

/** One half of the squared errors of the states, summed over steps and units and averaged over the batch. */
export function rnnLoss(states: tf.Tensor3D, targets: tf.Tensor3D): tf.Scalar {
  return tf.div(tf.sum(tf.square(tf.sub(states, targets))), 2 * targets.shape[0]);
}

/** The gradient of a loss by the weights, by autodiff. */
export function weightGradients({ wx, wh, b }: RnnTensors, loss: (weights: RnnTensors) => tf.Scalar): RnnTensors {
  const objective = (...[x, h, bias]: tf.Tensor[]): tf.Scalar =>
    loss({ wx: x as tf.Tensor2D, wh: h as tf.Tensor2D, b: bias as tf.Tensor1D });
  const [ofX, ofH, ofB] = tf.grads(objective)([wx, wh, b]);
  return { wx: ofX as tf.Tensor2D, wh: ofH as tf.Tensor2D, b: ofB as tf.Tensor1D };
}
