import * as tf from '../../tf.ts';
import { workaround } from '../../workaround.ts';

/**
 * The natural logarithm, -Infinity at 0 on every backend. It states its derivative 1/x
 * itself, since tfjs cannot differentiate through a comparison.
 */
export function logarithm(x: tf.Tensor): tf.Tensor {
  workaround('log-of-zero');
  workaround('where-gradient-through-condition');
  return withGradient(x);
}

const withGradient = tf.customGrad((x, save) => {
  const input = x as tf.Tensor;
  (save as tf.GradSaveFunc)([input]);
  const value = tf.where(tf.equal(input, 0), tf.fill(input.shape, -Infinity), tf.log(input));
  return { value, gradFunc: (upstream, saved) => tf.div(upstream, (saved as tf.Tensor[])[0] as tf.Tensor) };
});
