import type { SquaredError } from '../../../../properties/backprop/squared-error.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';

/** Half the sum of squares. */
export const squaredError: Authority<SquaredError> = {
  class: 'sum',
  exact: (y, t) => sum(y.map((yi, i) => yi.minus(t[i] as Big).pow(2))).div(2),
  bound: (y, t) => afterRoundings(y.length + 3, squaredError.exact(y, t)),
};
