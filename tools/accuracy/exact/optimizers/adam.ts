import type { Adam } from '../../../../properties/optimizers/adam.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE } from '../../big.ts';

import { exactAdaptiveStep } from './shared/adaptive-step.ts';

/** The moments divided by 1 - beta^t. */
export const adam: Authority<Adam> = {
  class: 'running error',
  exact: (state, gradient, options) => {
    const { learningRate, epsilon } = options;
    const { beta1, beta2 } = options;
    const m = state.m.map((mi, i) => beta1.times(mi).plus(ONE.minus(beta1).times(gradient[i] as Big)));
    const v = state.v.map((vi, i) => beta2.times(vi).plus(ONE.minus(beta2).times((gradient[i] as Big).pow(2))));
    const t = state.t.plus(ONE);
    const [first, second] = [ONE.minus(beta1.pow(t)), ONE.minus(beta2.pow(t))];
    const theta = state.theta.map((x, i) =>
      exactAdaptiveStep(x, (m[i] as Big).div(first), (v[i] as Big).div(second), {
        learningRate,
        epsilon,
        inside: false,
      }),
    );
    return { theta, m, v, t };
  },
};
