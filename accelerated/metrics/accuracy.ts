import { expectClassTargets } from '../../reference/losses/shared/class-targets.ts';
import { type MeanMetricOptions, type MeanState, meanMetricWeights } from '../../reference/metrics/mean-metric.ts';
import { type NdArray, vector } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { runningMean } from './shared/running-mean.ts';

/** Running accuracy on the backend that is running; see the reference for the formula, shapes and errors. */
export async function accuracy(
  state: MeanState,
  y: NdArray,
  t: NdArray,
  options: MeanMetricOptions = {},
): Promise<MeanState & { result: number }> {
  const { N } = expectClassTargets(y, t);
  const weights = vector(meanMetricWeights(state, N, options));
  return onDevice(() => runningMean(state, matches(upload(y), upload(t)), upload<tf.Tensor1D>(weights)));
}

/** 1 where a sample's largest score is at its class, else 0. */
function matches(y: tf.Tensor, t: tf.Tensor): tf.Tensor1D {
  const compared = t.rank === 1 ? tf.metrics.sparseCategoricalAccuracy(t, y) : tf.metrics.categoricalAccuracy(t, y);
  const unknown = t.rank === 1 ? hasNaN(y) : tf.logicalOr(hasNaN(y), hasNaN(t));
  return tf.where(unknown, Number.NaN, tf.cast(compared, 'float32')) as tf.Tensor1D;
}

/** Whether a row has a NaN, which argMax passes over. */
function hasNaN(rows: tf.Tensor): tf.Tensor {
  return tf.greater(tf.sum(tf.cast(tf.isNaN(rows), 'float32'), 1), 0);
}
