import type { MeanSquaredError } from '../../../../properties/losses/mean-squared-error.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';

/** The mean of squares. */
export const meanSquaredError: Authority<MeanSquaredError> = {
  class: 'sum',
  exact: (y, t) => {
    const squares = y.flatMap((row, n) => row.map((yi, c) => yi.minus(t[n]?.[c] as Big).pow(2)));
    return sum(squares).div(squares.length);
  },
  bound: (y, t) => afterRoundings(y.length * (y[0]?.length ?? 0) + 4, meanSquaredError.exact(y, t)),
};
