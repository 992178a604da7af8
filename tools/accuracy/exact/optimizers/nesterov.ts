import type { Nesterov } from '../../../../properties/optimizers/nesterov.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot } from '../../big.ts';

import { afterRoundings, sizesOf } from '../../roundings.ts';

/** The momentum of the gradient A p - b at the look-ahead point p. */
export const nesterov: Authority<Nesterov> = {
  class: 'sum',
  exact: (state, { a, b }, { learningRate, gamma }) => {
    const ahead = state.theta.map((x, i) => x.minus(learningRate.times(gamma).times(state.m[i] as Big)));
    const m = state.m.map((mi, i) =>
      gamma
        .times(mi)
        .plus(dot(a[i] as Big[], ahead))
        .minus(b[i] as Big),
    );
    return { theta: state.theta.map((x, i) => x.minus(learningRate.times(m[i] as Big))), m };
  },
  bound: ({ theta, m }, { a, b }, { learningRate, gamma }) => {
    const ahead = theta.map((x, i) =>
      x.abs().plus(
        learningRate
          .times(gamma)
          .times(m[i] as Big)
          .abs(),
      ),
    );
    const sizes = m.map((mi, i) =>
      gamma
        .times(mi)
        .abs()
        .plus(dot(sizesOf(a[i] as Big[]), ahead))
        .plus((b[i] as Big).abs()),
    );
    const moved = theta.map((x, i) => x.abs().plus(learningRate.times(sizes[i] as Big).abs()));
    return { theta: afterRoundings(theta.length + 7, moved), m: afterRoundings(theta.length + 5, sizes) };
  },
};
