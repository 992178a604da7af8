import * as tf from '../../tf.ts';

/** Normalizes over the last axis, whatever axes come before it, so that a layer of a transformer may run it too. */
export function layerNormTensors(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, epsilon: number): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  return tf.add(tf.mul(gamma, tf.div(centred, tf.sqrt(tf.add(variance, epsilon)))), beta);
}
