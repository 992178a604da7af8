import type { Sgd } from '../../../../properties/optimizers/sgd.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactly } from '../../exactly.ts';

/** theta - eta g */
export const sgd: Authority<Sgd> = {
  class: 'running error',
  exact: (theta, gradient, { learningRate = exactly(0.01) } = {}) =>
    theta.map((x, i) => x.minus(learningRate.times(gradient[i] as Big))),
};
