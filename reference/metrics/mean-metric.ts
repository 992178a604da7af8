import { expectShape, flat, type NdArray, vectorLength } from '../ndarray.ts';
import { expectFinite, expectOptions, expectRecord } from '../options.ts';

/** What a running mean keeps; `{ total: 0, count: 0 }` is that of one just reset. */
export interface MeanState {
  /** the weighted sum of the values so far */
  total: number;
  /** the sum of their weights */
  count: number;
}

export interface MeanMetricOptions {
  /** of each value, at least 0; default 1 each */
  weights?: NdArray;
}

/**
 * A running mean over batches, as Keras's Mean metric keeps it.
 *
 * $$S' = S + \sum_{i=1}^{n} w_i x_i, \qquad W' = W + \sum_{i=1}^{n} w_i, \qquad r = \frac{S'}{W'}$$
 *
 * - $S$ `state.total`, $W$ `state.count`: from the batches before; both 0 after a reset
 * - $x$ `values` `[n]`: what is averaged, such as a loss per sample; $w$ `options.weights` `[n]`
 * - $S'$, $W'$ and $r$: the record `{ total, count, result }`, the state of the next call with the mean of all so far
 *
 * A function from state to state, where Keras keeps the state in variables. The mean of nothing, or of weights that are
 * all 0, is 0. A last batch that is short counts by its values, unlike in a mean of the batches' means.
 *
 * Error of $S'$ at most $\gamma_{n+1} T$ with $T = |S| + \sum_i |w_i x_i|$, as a term passes one product and n sums, of
 * $W'$ at most $\gamma_n W'$, of r at most $\gamma_{2n+3} T / W'$: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `values` or `weights` is not an ndarray, or the state does not hold numbers.
 * @throws {RangeError} `values` is not a vector or is empty, `weights` is of another length or has a negative entry,
 * `count` is negative, or an option is unknown.
 * @see Keras 3, keras.metrics.Mean. Lecture 4.
 * @example meanMetric({ total: 3, count: 2 }, vector([6])) // { total: 9, count: 3, result: 3 }
 */
export function meanMetric(
  state: MeanState,
  values: NdArray,
  options: MeanMetricOptions = {},
): MeanState & { result: number } {
  const weights = meanMetricWeights(state, vectorLength('values', values), options);
  let { total, count } = state;
  weights.forEach((weight, i) => {
    total += weight * values.get(i);
    count += weight;
  });
  return { total, count, result: count === 0 ? 0 : total / count };
}

/** The weights of n values, for a legal state. */
export function meanMetricWeights(state: MeanState, n: number, options: MeanMetricOptions): Float64Array {
  expectOptions(options, ['weights']);
  expectRecord('state', state);
  expectFinite('state.total', state.total);
  expectFinite('state.count', state.count);
  if (state.count < 0) throw new RangeError(`state.count: expected at least 0, got ${state.count}`);
  const { weights } = options;
  if (weights === undefined) return new Float64Array(n).fill(1);
  expectShape('options.weights', weights, [n], 'one for each sample');
  const negative = flat(weights).find((weight) => weight < 0);
  if (negative !== undefined) throw new RangeError(`options.weights: expected no negative entries, got ${negative}`);
  return flat(weights);
}
