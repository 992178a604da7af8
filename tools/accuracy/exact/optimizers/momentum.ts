import type { Momentum } from '../../../../properties/optimizers/momentum.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactly } from '../../exactly.ts';

/** m = gamma m + g, theta - eta m */
export const momentum: Authority<Momentum> = {
  class: 'running error',
  exact: (state, gradient, { learningRate = exactly(0.01), gamma = exactly(0.9) } = {}) => {
    const m = state.m.map((mi, i) => gamma.times(mi).plus(gradient[i] as Big));
    return { theta: state.theta.map((x, i) => x.minus(learningRate.times(m[i] as Big))), m };
  },
};
