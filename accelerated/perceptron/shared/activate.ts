import type { Activation } from '../../../reference/perceptron/shared/activate.ts';
import * as tf from '../../tf.ts';

/** The activations of a layer's drives, element by element. */
export function activate<T extends tf.Tensor>(drives: T, activation: Activation): T {
  switch (activation) {
    case 'sigmoid':
      return tf.sigmoid(drives);
    case 'tanh':
      return tf.tanh(drives);
    case 'relu':
      return tf.relu(drives);
    default:
      return tf.clone(drives);
  }
}
