import { firstLargest as placeOfFirst } from '../../autoencoders/shared/first-largest.ts';
import * as tf from '../../tf.ts';
import { workaround } from '../../workaround.ts';

/**
 * The largest along the last axis, as tf.max gives it. That passes its gradient to each of several largest, in full; so
 * a mask picks the first of them, which has no gradient of its own.
 */
export function firstLargest(x: tf.Tensor): tf.Tensor {
  workaround('max-gradient-at-ties');
  const mask = tf.customGrad((_x) => ({
    value: placeOfFirst(x).oneHot,
    gradFunc: () => [tf.zerosLike(x)],
  }))(x);
  return tf.sum(tf.mul(x, mask), x.rank - 1);
}
