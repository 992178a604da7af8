import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { MeanMetric } from './mean-metric.ts';
import { type Mean, type MeanState, RESET, weightsOf } from './shared/running-means.ts';

const update = (state: MeanState, values: Vector, weights: Vector): Mean => {
  const total = values.reduce((sum, x, i) => sum + x * nth(weights, i), state.total);
  const count = weights.reduce((sum, w) => sum + w, state.count);
  return { total, count, result: count === 0 ? 0 : total / count };
};

const right: MeanMetric = (state, values, options) => update(state, values, weightsOf(values.length, options));

export const misconceptions: readonly Misconception<MeanMetric>[] = [
  {
    id: 'meanMetric/state-ignored',
    title: 'the mean of the last batch alone',
    hint: 'Begin with the total and the count of the batches before.',
    caughtBy: 'two batches',
    implementation: (_, values, options) => right(RESET, values, options),
  },
  {
    id: 'meanMetric/weights-ignored',
    title: 'every value counted once',
    hint: 'A value adds its weight times itself to the total, and its weight to the count.',
    caughtBy: 'two batches, weighted',
    implementation: (state, values) => right(state, values),
  },
  {
    id: 'meanMetric/divided-by-values',
    title: 'a weighted total over the number of values',
    hint: 'The count grows by the weights, not by the number of values.',
    caughtBy: 'two batches, weighted',
    implementation: (state, values, options) => {
      const { total } = right(state, values, options);
      const count = state.count + values.length;
      return { total, count, result: total / count };
    },
  },
  {
    id: 'meanMetric/mean-of-means',
    title: 'the mean of the mean so far and that of the batch',
    hint: 'A batch counts by its weights: divide one total by one count, instead of averaging two means.',
    caughtBy: 'two batches',
    implementation: (state, values, options) => {
      const { total, count } = right(state, values, options);
      const batch = right(RESET, values, options).result;
      return { total, count, result: state.count === 0 ? batch : (state.total / state.count + batch) / 2 };
    },
  },
];
