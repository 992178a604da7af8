import type { Accuracy } from '../../../../properties/metrics/accuracy.ts';
import type { Authority } from '../../authority.ts';
import { type Big, largest, ONE, ZERO } from '../../big.ts';
import { sizesOf } from '../../roundings.ts';
import { boundsOfMean, exactRunningMean } from './shared/running-mean.ts';

/** The running mean of matches. */
export const accuracy: Authority<Accuracy> = {
  class: 'sum',
  exact: (state, y, t, options) => {
    const first = (scores: readonly Big[]): number => scores.indexOf(largest(scores));
    const matches = y.map((scores, n) => {
      const target = t[n] as Big | Big[];
      const wanted = Array.isArray(target) ? first(target) : target.toNumber();
      return first(scores) === wanted ? ONE : ZERO;
    });
    return exactRunningMean(state, matches, options.weights);
  },
  bound: (state, y, t, options) => {
    const { total, count, result } = accuracy.exact(sizesOf(state), y, t, options) as ReturnType<
      typeof exactRunningMean
    >;
    return boundsOfMean(y.length, total, count, result);
  },
};
