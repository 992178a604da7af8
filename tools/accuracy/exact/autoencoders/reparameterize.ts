import type { Reparameterize } from '../../../../properties/autoencoders/reparameterize.ts';
import type { Authority } from '../../authority.ts';
import { type Big, exp } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';

/** mu + sigma epsilon */
export const reparameterize: Authority<Reparameterize> = {
  class: 'sum',
  exact: (mean, logVariance, noise, options) =>
    mean.map((row, n) =>
      row.map((mu, k) => {
        const v = logVariance[n]?.[k] as Big;
        const sigma = options.fromVariance ? v.sqrt() : exp(v.div(2));
        return mu.plus(sigma.times(noise[n]?.[k] as Big));
      }),
    ),
  bound: (mean, logVariance, noise, options) =>
    afterRoundings(4, reparameterize.exact(sizesOf(mean), logVariance, sizesOf(noise), options)),
};
