import * as tf from '../../tf.ts';

/** Beyond it the sigmoid of the tanh form is 0 or 1 in float32, and its slope 0; the cube would overflow further out. */
const FAR = 20;

/** z s(2w), which keeps the digits of the left tail; 1 + tanh(w) has none there. */
export function geluTensors(z: tf.Tensor): tf.Tensor {
  const near = tf.clipByValue(z, -FAR, FAR);
  const cube = tf.mul(tf.square(near), near);
  const twice = tf.mul(2 * Math.sqrt(2 / Math.PI), tf.add(near, tf.mul(0.044715, cube)));
  return tf.mul(z, tf.sigmoid(twice));
}

/** z (1 + erf(z / sqrt(2))) / 2, by the backend's own erf. */
export function exactGeluTensors(z: tf.Tensor): tf.Tensor {
  return tf.mul(tf.mul(0.5, z), tf.add(1, tf.erf(tf.mul(z, Math.SQRT1_2))));
}
