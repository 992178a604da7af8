import { type Big, dot, ONE, sum, ZERO } from '../big.ts';

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
