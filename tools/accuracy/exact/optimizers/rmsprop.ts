import type { Rmsprop } from '../../../../properties/optimizers/rmsprop.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE } from '../../big.ts';

import { exactAdaptiveStep } from './shared/adaptive-step.ts';

/** v = rho v + (1 - rho) g^2 */
export const rmsprop: Authority<Rmsprop> = {
  class: 'running error',
  exact: (state, gradient, options) => {
    const { learningRate, epsilon, epsilonInside: inside } = options;
    const { rho } = options;
    const v = state.v.map((vi, i) => rho.times(vi).plus(ONE.minus(rho).times((gradient[i] as Big).pow(2))));
    const theta = state.theta.map((x, i) =>
      exactAdaptiveStep(x, gradient[i] as Big, v[i] as Big, { learningRate, epsilon, inside }),
    );
    return { theta, v };
  },
};
