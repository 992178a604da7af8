import type { Sgd } from '../../../../properties/optimizers/sgd.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';

import { afterRoundings } from '../../roundings.ts';

/** theta - eta g */
export const sgd: Authority<Sgd> = {
  class: 'sum',
  exact: (theta, gradient, { learningRate }) => theta.map((x, i) => x.minus(learningRate.times(gradient[i] as Big))),
  bound: (theta, gradient, { learningRate }) =>
    afterRoundings(
      2,
      theta.map((x, i) => x.abs().plus(learningRate.times(gradient[i] as Big).abs())),
    ),
};
