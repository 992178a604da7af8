import type { KlGaussian } from '../../../../properties/autoencoders/kl-gaussian.ts';
import type { Authority } from '../../authority.ts';
import { type Big, exp, largest, sum } from '../../big.ts';
import { expTail } from '../../exp-tail.ts';
import { afterRoundings } from '../../roundings.ts';

/** Half the mean over the batch of the sums of (e^d - 1 - d) + (mu - mu')^2 e^-w. */
export const klGaussian: Authority<KlGaussian> = {
  class: 'sum',
  exact: (mean, logVariance, otherMean, otherLogVariance) =>
    sum(
      mean.flatMap((row, n) =>
        row.map((mu, k) => {
          const w = otherLogVariance[n]?.[k] as Big;
          const apart = mu.minus(otherMean[n]?.[k] as Big);
          const v = logVariance[n]?.[k] as Big;
          return expTail(v.minus(w), 2).plus(apart.pow(2).times(exp(w.neg())));
        }),
      ),
    ).div(2 * mean.length),
  bound: (mean, logVariance, otherMean, otherLogVariance) => {
    const others = otherLogVariance.flat();
    const differences = logVariance.flat().map((v, i) => v.minus(others[i] as Big).abs());
    const own = 26 + 2 * largest(differences).ceil().toNumber();
    return afterRoundings(
      2 * mean.flat().length + own,
      klGaussian.exact(mean, logVariance, otherMean, otherLogVariance),
    );
  },
};
