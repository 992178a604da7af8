import type { VaeLoss } from '../../../../properties/autoencoders/vae-loss.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE, sum } from '../../big.ts';
import { exactKlStandardNormal } from '../kl-standard-normal.ts';

/** The squared errors of each sample and beta times the divergence. */
export const vaeLoss: Authority<VaeLoss> = {
  class: 'running error',
  exact: (x, reconstruction, mean, logVariance, { beta = ONE } = {}) => {
    const squares = x.flatMap((row, n) => row.map((xi, d) => xi.minus(reconstruction[n]?.[d] as Big).pow(2)));
    return sum(squares)
      .div(x.length)
      .plus(beta.times(exactKlStandardNormal(mean, logVariance)));
  },
};
