import * as tf from '../../tf.ts';

/** Where each row has its largest number, the first of equal ones: argMax does not say which of them it takes. */
export function firstLargest(scores: tf.Tensor): { index: tf.Tensor; oneHot: tf.Tensor } {
  const K = scores.shape[scores.rank - 1] as number;
  const places = tf.range(0, K, 1, 'float32');
  const largest = tf.greaterEqual(scores, tf.max(scores, -1, true));
  const index = tf.min(tf.add(places, tf.mul(tf.cast(tf.logicalNot(largest), 'float32'), K)), -1);
  return { index, oneHot: tf.cast(tf.equal(places, tf.expandDims(index, -1)), 'float32') };
}

/** A value that lets the gradient through to x as if it were x. */
export function straightThrough(x: tf.Tensor, value: () => tf.Tensor): tf.Tensor {
  return tf.customGrad((_x) => ({ value: value(), gradFunc: (dy: tf.Tensor) => [dy] }))(x);
}
