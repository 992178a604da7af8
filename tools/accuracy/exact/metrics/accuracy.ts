import type { Accuracy } from '../../../../properties/metrics/accuracy.ts';
import type { Authority } from '../../authority.ts';
import { type Big, largest, ONE, ZERO } from '../../big.ts';
import { exactRunningMean } from '../running-mean.ts';

/** The running mean of matches. */
export const accuracy: Authority<Accuracy> = {
  class: 'running error',
  exact: (state, y, t, options = {}) => {
    const first = (scores: readonly Big[]): number => scores.indexOf(largest(scores));
    const matches = y.map((scores, n) => {
      const target = t[n] as Big | Big[];
      const wanted = Array.isArray(target) ? first(target) : target.toNumber();
      return first(scores) === wanted ? ONE : ZERO;
    });
    return exactRunningMean(state, matches, options.weights);
  },
};
