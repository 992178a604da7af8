import type { Adagrad } from '../../../../properties/optimizers/adagrad.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';

import { exactAdaptiveStep } from './shared/adaptive-step.ts';

/** v = v + g^2 */
export const adagrad: Authority<Adagrad> = {
  class: 'running error',
  exact: (state, gradient, options) => {
    const { learningRate, epsilon, epsilonInside: inside } = options;
    const v = state.v.map((vi, i) => vi.plus((gradient[i] as Big).pow(2)));
    const theta = state.theta.map((x, i) =>
      exactAdaptiveStep(x, gradient[i] as Big, v[i] as Big, { learningRate, epsilon, inside }),
    );
    return { theta, v };
  },
};
