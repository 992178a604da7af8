import * as tf from '../../tf.ts';

/**
 * The natural logarithm, -Infinity at 0 on every backend (divergence webgpu-log-of-zero). It states its derivative 1/x
 * itself, since tfjs cannot differentiate through a comparison.
 */
export function logarithm(x: tf.Tensor): tf.Tensor {
  return withGradient(x);
}

const withGradient = tf.customGrad((x, save) => {
  const input = x as tf.Tensor;
  (save as tf.GradSaveFunc)([input]);
  const value = tf.where(tf.equal(input, 0), tf.fill(input.shape, -Infinity), tf.log(input));
  return { value, gradFunc: (upstream, saved) => tf.div(upstream, (saved as tf.Tensor[])[0] as tf.Tensor) };
});
