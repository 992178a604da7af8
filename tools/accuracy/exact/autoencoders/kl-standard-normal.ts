import type { KlStandardNormal } from '../../../../properties/autoencoders/kl-standard-normal.ts';
import type { Authority } from '../../authority.ts';
import { log } from '../../big.ts';
import { exactKlStandardNormal } from '../kl-standard-normal.ts';

/** From log-variances, or from variances by their logarithm. */
export const klStandardNormal: Authority<KlStandardNormal> = {
  class: 'running error',
  exact: (mean, logVariance, options = {}) =>
    exactKlStandardNormal(mean, options.fromVariance ? logVariance.map((row) => row.map((v) => log(v))) : logVariance),
};
