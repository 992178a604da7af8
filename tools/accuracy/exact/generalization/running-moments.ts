import type { Moments, RunningMoments } from '../../../../properties/generalization/running-moments.ts';
import type { Authority, Exact } from '../../authority.ts';
import { type Big, ONE, sum, ZERO } from '../../big.ts';

/** The moments of the old values and the batch together, by their squares; or exponential averages. */
export const runningMoments: Authority<RunningMoments> = {
  class: 'running error',
  exact: (state, x, { momentum }: { momentum?: Big }) => {
    if (momentum === undefined) return together(state, x);
    const batch = together({ count: ZERO, mean: ZERO, variance: ZERO }, x);
    const average = (old: Big, now: Big): Big => momentum.times(old).plus(ONE.minus(momentum).times(now));
    return {
      count: state.count.plus(x.length),
      mean: average(state.mean, batch.mean),
      variance: average(state.variance, batch.variance),
    };
  },
};

function together({ count, mean, variance }: Exact<Moments>, x: readonly Big[]): Exact<Moments> {
  const all = count.plus(x.length);
  const squares = count.times(variance.plus(mean.pow(2))).plus(sum(x.map((xk) => xk.pow(2))));
  const m = count.times(mean).plus(sum(x)).div(all);
  return { count: all, mean: m, variance: squares.div(all).minus(m.pow(2)) };
}
