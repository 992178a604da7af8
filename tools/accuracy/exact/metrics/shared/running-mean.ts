import type { Tree } from '../../../../../properties/values/value.ts';
import { type Big, dot, ONE, sum, ZERO } from '../../../big.ts';
import { afterRoundings } from '../../../roundings.ts';

/** A state of a running mean with the weighted values of a batch added to it. */
export function exactRunningMean(
  state: { total: Big; count: Big },
  values: readonly Big[],
  weights: readonly Big[] = values.map(() => ONE),
): { total: Big; count: Big; result: Big } {
  const total = state.total.plus(dot(weights, values));
  const count = state.count.plus(sum(weights));
  return { total, count, result: count.isZero() ? ZERO : total.div(count) };
}

/** What rounding may move the three by after n values, from the sums of the sizes of their terms. */
export function boundsOfMean(n: number, total: Big, count: Big, result: Big): Tree<Big> {
  return {
    total: afterRoundings(n + 1, total),
    count: afterRoundings(n, count),
    result: afterRoundings(2 * n + 3, result),
  };
}
