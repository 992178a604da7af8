import type { Momentum } from '../../../../properties/optimizers/momentum.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';

import { afterRoundings } from '../../roundings.ts';

/** m = gamma m + g, theta - eta m */
export const momentum: Authority<Momentum> = {
  class: 'sum',
  exact: (state, gradient, { learningRate, gamma }) => {
    const m = state.m.map((mi, i) => gamma.times(mi).plus(gradient[i] as Big));
    return { theta: state.theta.map((x, i) => x.minus(learningRate.times(m[i] as Big))), m };
  },
  bound: ({ theta, m }, gradient, { learningRate, gamma }) => {
    const sizes = m.map((mi, i) =>
      gamma
        .times(mi)
        .abs()
        .plus((gradient[i] as Big).abs()),
    );
    const moved = theta.map((x, i) => x.abs().plus(learningRate.times(sizes[i] as Big).abs()));
    return { theta: afterRoundings(4, moved), m: afterRoundings(2, sizes) };
  },
};
