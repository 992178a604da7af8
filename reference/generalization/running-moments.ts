import { flat, type NdArray, vectorLength } from '../ndarray.ts';
import { expectNotNegative } from '../optimizers/shared/optimizer-arguments.ts';
import { expectFinite, expectInteger, expectOptions, expectRecord } from '../options.ts';
import { expectShare } from './shared/share.ts';

/** The moments of what was seen so far. */
export interface Moments {
  /** how many values; at least 0 */
  count: number;
  /** 0 if the count is */
  mean: number;
  /** of the population, divided by the count; 0 if that is */
  variance: number;
}

export interface RunningMomentsOptions {
  /** the share of the old moments that is kept, 0 to 1; absent, every value counts alike */
  momentum?: number;
}

/**
 * Mean and variance of all values seen so far, from those of the earlier ones and a batch, in one pass (Welford).
 *
 * $$d_k = x_k - m_{k-1}, \qquad m_k = m_{k-1} + \frac{d_k}{k}, \qquad S_k = S_{k-1} + d_k (x_k - m_k), \qquad v_k = \frac{S_k}{k}$$
 *
 * - $k$, $m$, $v$ `state`: the count, mean and variance so far, with $S = k v$
 * - $x$ `x` `[n]`: the batch
 * - the result: the count, mean and variance with the batch
 *
 * With `momentum` $\rho$ they are exponential averages: $m \leftarrow \rho m + (1 - \rho) m_x$ and the same for $v$, with the moments of the
 * batch by itself. The variance is that of the population. No squares of the values are summed, so large offsets cost few digits.
 *
 * @throws {TypeError} `state` is not an object, or `x` is not an ndarray.
 * @throws {RangeError} The count is not an integer of at least 0, the mean is not finite, the variance is negative or not finite, either is not 0
 * while the count is, `x` is not a vector or is empty, or an option is out of its range or unknown.
 * @see Welford (1962), Note on a Method for Calculating Corrected Sums of Squares and Products. Lecture 6.
 * @example runningMoments({ count: 1, mean: 2, variance: 0 }, vector([4])) // { count: 2, mean: 3, variance: 1 }
 */
export function runningMoments(state: Moments, x: NdArray, options: RunningMomentsOptions = {}): Moments {
  expectRunningMoments(state, x, options);
  const { momentum } = options;
  if (momentum === undefined) return withBatch(state, x);
  // Equivalent mutant: `variance: 0 + 1` (the count of 0 times it)
  const batch = withBatch({ count: 0, mean: 0, variance: 0 }, x);
  const averaged = (old: number, now: number): number => momentum * old + (1 - momentum) * now;
  return {
    count: state.count + batch.count,
    mean: averaged(state.mean, batch.mean),
    variance: averaged(state.variance, batch.variance),
  };
}

function withBatch(state: Moments, x: NdArray): Moments {
  const values = flat(x);
  let { count, mean } = state;
  let squares = state.variance * count;
  for (const xk of values) {
    count += 1;
    const d = xk - mean;
    mean += d / count;
    squares += d * (xk - mean);
  }
  return { count, mean, variance: squares / count };
}

/** @throws {TypeError | RangeError} As `runningMoments` does. */
export function expectRunningMoments(state: Moments, x: NdArray, options: RunningMomentsOptions): void {
  expectRecord('state', state);
  expectInteger('state.count', state.count, 0);
  expectFinite('state.mean', state.mean);
  expectNotNegative('state.variance', state.variance);
  for (const moment of ['mean', 'variance'] as const) {
    if (state.count === 0 && state[moment] !== 0) {
      throw new RangeError(`state.${moment}: expected 0, as the count is 0, got ${state[moment]}`);
    }
  }
  vectorLength('x', x);
  expectOptions(options, ['momentum']);
  if (options.momentum !== undefined) expectShare('options.momentum', options.momentum);
}
