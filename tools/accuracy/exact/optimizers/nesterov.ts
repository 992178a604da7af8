import type { Nesterov } from '../../../../properties/optimizers/nesterov.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot } from '../../big.ts';
import { exactly } from '../../exactly.ts';

/** The momentum of the gradient A p - b at the look-ahead point p. */
export const nesterov: Authority<Nesterov> = {
  class: 'running error',
  exact: (state, { a, b }, { learningRate = exactly(0.01), gamma = exactly(0.9) } = {}) => {
    const ahead = state.theta.map((x, i) => x.minus(learningRate.times(gamma).times(state.m[i] as Big)));
    const m = state.m.map((mi, i) =>
      gamma
        .times(mi)
        .plus(dot(a[i] as Big[], ahead))
        .minus(b[i] as Big),
    );
    return { theta: state.theta.map((x, i) => x.minus(learningRate.times(m[i] as Big))), m };
  },
};
