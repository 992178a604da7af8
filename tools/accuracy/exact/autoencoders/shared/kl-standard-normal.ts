import { type Big, sum } from '../../../big.ts';
import { expTail } from '../../../exp-tail.ts';

/** Half the mean over the batch of the sums of mu^2 + (e^v - 1 - v). */
export function exactKlStandardNormal(
  mean: readonly (readonly Big[])[],
  logVariance: readonly (readonly Big[])[],
): Big {
  const terms = mean.flatMap((row, n) => row.map((mu, k) => mu.pow(2).plus(expTail(logVariance[n]?.[k] as Big, 2))));
  return sum(terms).div(2 * mean.length);
}
