import type { VaeLoss } from '../../../../properties/autoencoders/vae-loss.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { exactKlStandardNormal } from './shared/kl-standard-normal.ts';

/** The squared errors of each sample and beta times the divergence. */
export const vaeLoss: Authority<VaeLoss> = {
  class: 'sum',
  exact: (x, reconstruction, mean, logVariance, { beta }) => {
    const squares = x.flatMap((row, n) => row.map((xi, d) => xi.minus(reconstruction[n]?.[d] as Big).pow(2)));
    return sum(squares)
      .div(x.length)
      .plus(beta.times(exactKlStandardNormal(mean, logVariance)));
  },
  bound: (x, reconstruction, mean, logVariance, options) =>
    afterRoundings(
      x.flat().length + 2 * mean.flat().length + 26,
      vaeLoss.exact(x, reconstruction, mean, logVariance, sizesOf(options)),
    ),
};
