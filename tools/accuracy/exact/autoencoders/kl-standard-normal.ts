import type { KlStandardNormal } from '../../../../properties/autoencoders/kl-standard-normal.ts';
import type { Authority } from '../../authority.ts';
import { largest, log, ZERO } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';
import { exactKlStandardNormal } from './shared/kl-standard-normal.ts';

/** From log-variances, or from variances by their logarithm. */
export const klStandardNormal: Authority<KlStandardNormal> = {
  class: 'sum',
  exact: (mean, logVariance, options) =>
    exactKlStandardNormal(mean, options.fromVariance ? logVariance.map((row) => row.map((v) => log(v))) : logVariance),
  bound: (mean, logVariance, options) => {
    const logs = options.fromVariance ? logVariance.flat().map((v) => log(v).abs()) : [ZERO];
    const own = 24 + 2 * largest(logs).ceil().toNumber();
    return afterRoundings(2 * mean.flat().length + own, klStandardNormal.exact(mean, logVariance, options));
  },
};
