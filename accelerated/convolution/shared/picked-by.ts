import * as tf from '../../tf.ts';
import { workaround } from '../../workaround.ts';

/**
 * The entry of the last axis that tf.argMax or tf.argMin picks, the first if several are equal. Its gradient goes to
 * that entry alone.
 */
export function pickedBy(choose: typeof tf.argMax, x: tf.Tensor): tf.Tensor {
  const axis = x.rank - 1;
  const length = x.shape[axis] as number;
  if (length === 1) {
    workaround('one-hot-depth-one');
    return tf.squeeze(x, [axis]);
  }
  // On wasm tf.oneHot makes whole numbers, whatever type it is asked for.
  workaround('one-hot-of-floats');
  const mask = tf.cast(tf.oneHot(choose(x, axis), length), 'float32');
  return tf.sum(tf.mul(x, mask), axis);
}
