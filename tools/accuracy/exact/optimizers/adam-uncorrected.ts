import type { AdamUncorrected } from '../../../../properties/optimizers/adam-uncorrected.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE } from '../../big.ts';

import { exactAdaptiveStep } from './shared/adaptive-step.ts';

/** The moments as they are. */
export const adamUncorrected: Authority<AdamUncorrected> = {
  class: 'running error',
  exact: (state, gradient, options) => {
    const { learningRate, epsilon } = options;
    const { beta1, beta2 } = options;
    const m = state.m.map((mi, i) => beta1.times(mi).plus(ONE.minus(beta1).times(gradient[i] as Big)));
    const v = state.v.map((vi, i) => beta2.times(vi).plus(ONE.minus(beta2).times((gradient[i] as Big).pow(2))));
    const theta = state.theta.map((x, i) =>
      exactAdaptiveStep(x, m[i] as Big, v[i] as Big, { learningRate, epsilon, inside: false }),
    );
    return { theta, m, v };
  },
};
