import { type MeanMetricOptions, type MeanState, meanMetricWeights } from '../../reference/metrics/mean-metric.ts';
import { type NdArray, vector, vectorLength } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { runningMean } from './shared/running-mean.ts';

/** A running mean on the backend that is running; see the reference for the formula, shapes and errors. */
export async function meanMetric(
  state: MeanState,
  values: NdArray,
  options: MeanMetricOptions = {},
): Promise<MeanState & { result: number }> {
  const weights = vector(meanMetricWeights(state, vectorLength('values', values), options));
  return onDevice(() => runningMean(state, upload<tf.Tensor1D>(values), upload<tf.Tensor1D>(weights)));
}
