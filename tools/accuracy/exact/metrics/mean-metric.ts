import type { MeanMetric } from '../../../../properties/metrics/mean-metric.ts';
import type { Authority } from '../../authority.ts';
import { sizesOf } from '../../roundings.ts';
import { boundsOfMean, exactRunningMean } from './shared/running-mean.ts';

/** Weighted sums and their quotient. */
export const meanMetric: Authority<MeanMetric> = {
  class: 'sum',
  exact: (state, values, options) => exactRunningMean(state, values, options.weights),
  bound: (state, values, options) => {
    const { total, count, result } = exactRunningMean(sizesOf(state), sizesOf(values), options.weights);
    return boundsOfMean(values.length, total, count, result);
  },
};
