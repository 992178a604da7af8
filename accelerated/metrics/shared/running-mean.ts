import type { MeanState } from '../../../reference/metrics/mean-metric.ts';
import { upload } from '../../device.ts';
import * as tf from '../../tf.ts';

/** Total, count and their quotient after further values with their weights; the mean of nothing is 0. */
export function runningMean(
  state: MeanState,
  values: tf.Tensor1D,
  weights: tf.Tensor1D,
): { total: tf.Tensor; count: tf.Tensor; result: tf.Tensor } {
  const total = tf.add(upload(state.total), tf.dot(values, weights));
  const count = tf.add(upload(state.count), tf.sum(weights));
  return { total, count, result: tf.divNoNan(total, count) };
}
