import type { SquaredError } from '../../../../properties/backprop/squared-error.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';

/** Half the sum of squares. */
export const squaredError: Authority<SquaredError> = {
  class: 'running error',
  exact: (y, t) => sum(y.map((yi, i) => yi.minus(t[i] as Big).pow(2))).div(2),
};
