import * as tf from '../../tf.ts';

/** A row for each of n ids, 1 at its place among `size` and else 0. tf.oneHot refuses a size of 1. */
export function oneHotRows(ids: tf.Tensor, size: number): tf.Tensor2D {
  return tf.cast(tf.equal(tf.reshape(ids, [-1, 1]), tf.range(0, size)), 'float32') as tf.Tensor2D;
}
