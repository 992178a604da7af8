import * as tf from '../../tf.ts';
import { workaround } from '../../workaround.ts';

/**
 * The largest along the last axis, as tf.max gives it. That passes its gradient to each of several largest, in full; so
 * a mask picks the first of them.
 */
export function firstLargest(x: tf.Tensor): tf.Tensor {
  workaround('max-gradient-at-ties');
  const axis = x.rank - 1;
  const length = x.shape[axis] as number;
  if (length === 1) {
    workaround('one-hot-depth-one');
    return tf.squeeze(x, [axis]);
  }
  // On wasm tf.oneHot makes whole numbers, whatever type it is asked for.
  workaround('one-hot-of-floats');
  const mask = tf.cast(tf.oneHot(tf.argMax(x, axis), length), 'float32');
  return tf.sum(tf.mul(x, mask), axis);
}
