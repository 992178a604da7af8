import type { MeanMetric } from '../../../../properties/metrics/mean-metric.ts';
import type { Authority } from '../../authority.ts';
import { exactRunningMean } from '../running-mean.ts';

/** Weighted sums and their quotient. */
export const meanMetric: Authority<MeanMetric> = {
  class: 'running error',
  exact: (state, values, options = {}) => exactRunningMean(state, values, options.weights),
};
