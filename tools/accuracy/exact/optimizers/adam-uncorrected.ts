import type { AdamUncorrected } from '../../../../properties/optimizers/adam-uncorrected.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE } from '../../big.ts';
import { exactly } from '../../exactly.ts';
import { exactAdaptiveStep } from './shared/adaptive-step.ts';

/** The moments as they are. */
export const adamUncorrected: Authority<AdamUncorrected> = {
  class: 'running error',
  exact: (state, gradient, options = {}) => {
    const { learningRate = exactly(0.001), epsilon = exactly(1e-7) } = options;
    const { beta1 = exactly(0.9), beta2 = exactly(0.999) } = options;
    const m = state.m.map((mi, i) => beta1.times(mi).plus(ONE.minus(beta1).times(gradient[i] as Big)));
    const v = state.v.map((vi, i) => beta2.times(vi).plus(ONE.minus(beta2).times((gradient[i] as Big).pow(2))));
    const theta = state.theta.map((x, i) =>
      exactAdaptiveStep(x, m[i] as Big, v[i] as Big, { learningRate, epsilon, inside: false }),
    );
    return { theta, m, v };
  },
};
