import { expectClassTargets } from '../losses/shared/class-targets.ts';
import { type NdArray, vector } from '../ndarray.ts';
import { type MeanMetricOptions, type MeanState, meanMetric } from './mean-metric.ts';

/**
 * Running accuracy over batches: the share of samples whose largest score is at the right class.
 *
 * $$a_n = \bigl[ \arg\max_c y_{nc} = \arg\max_c t_{nc} \bigr], \qquad
 * S' = S + \sum_{n=1}^{N} w_n a_n, \qquad W' = W + \sum_{n=1}^{N} w_n, \qquad r = \frac{S'}{W'}$$
 *
 * - $S$ `state.total`, $W$ `state.count`: from the batches before; `{ total: 0, count: 0 }` after a reset
 * - $y$ `y` `[N, C]`: probabilities or logits; of equal scores the first is taken
 * - $t$ `t` `[N, C]`: rows of target probabilities, or `[N]`: the class of each sample, counted from 0
 * - $w$ `options.weights` `[N]`: of each sample, at least 0; default 1 each
 * - the result: the record `{ total, count, result }`, the state of the next call with the accuracy of all so far
 *
 * If a score is NaN, none is the largest: the results are NaN.
 *
 * Keras's CategoricalAccuracy and SparseCategoricalAccuracy, as a function from state to state. The accuracy of nothing
 * is 0.
 *
 * Error as that of `meanMetric`, whose values are 0 and 1: $\gamma_{N+1}$ of $|S| + \sum_n w_n a_n$ for $S'$,
 * $\gamma_N$ of itself for $W'$, $\gamma_{2N+3}$ for r, $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `y`, `t` or `weights` is not an ndarray, or the state does not hold numbers.
 * @throws {RangeError} `y` is not a matrix or is empty, `t` is of another shape, a class is not an integer of 0..C-1,
 * `weights` is of another length or has a negative entry, `count` is negative, or an option is unknown.
 * @see Keras 3, keras.metrics.CategoricalAccuracy. Lecture 4.
 * @example accuracy({ total: 0, count: 0 }, matrix([[0.9, 0.1], [0.6, 0.4]]), vector([0, 1])) // { total: 1, count: 2, result: 0.5 }
 */
export function accuracy(
  state: MeanState,
  y: NdArray,
  t: NdArray,
  options: MeanMetricOptions = {},
): MeanState & { result: number } {
  const { N, C } = expectClassTargets(y, t);
  const matches = Array.from({ length: N }, (_, n) => {
    // Equivalent mutants: `false`, `1 * (1 + 1e-6)` (a class is never NaN, and `get` of a vector takes one index)
    const rows = t.shape.length === 1 ? [y] : [y, t];
    if (rows.some((row) => hasNaN(row, n, C))) return Number.NaN;
    const wanted = t.shape.length === 1 ? t.get(n) : largestOf(t, n);
    return largestOf(y, n) === wanted ? 1 : 0;
  });
  return meanMetric(state, vector(matches), options);
}

function hasNaN(scores: NdArray, n: number, C: number): boolean {
  return Array.from({ length: C }, (_, c) => scores.get(n, c)).some(Number.isNaN);
}

/** The column of the largest entry of a row, the first where several are largest. */
function largestOf(scores: NdArray, n: number): number {
  let best = 0;
  for (let c = 1; c < (scores.shape[1] as number); c++) if (scores.get(n, c) > scores.get(n, best)) best = c;
  return best;
}
