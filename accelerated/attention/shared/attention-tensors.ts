import * as tf from '../../tf.ts';

/** Far below every score, and far from the end of float32. */
const CLOSED = 1e30;

/**
 * Attention over tensors `[..., queries, d]`, `[..., keys, d]` and `[..., keys, e]`, whose axes in front are equal.
 *
 * A masked score becomes -1e30 by arithmetic, since -Infinity would make NaN of a query that is masked whole, in its value or in its
 * gradient. The softmax of such a query is uniform, and the mask takes it back to zeros.
 */
export function attentionTensors(q: tf.Tensor, k: tf.Tensor, v: tf.Tensor, mask?: tf.Tensor): tf.Tensor {
  const d = q.shape.at(-1) as number;
  const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
  if (mask === undefined) return tf.matMul(tf.softmax(scores), v);
  const closed = tf.mul(tf.sub(mask, 1), CLOSED);
  const open = tf.add(tf.mul(scores, mask), closed);
  return tf.matMul(tf.mul(tf.softmax(open), mask), v);
}
