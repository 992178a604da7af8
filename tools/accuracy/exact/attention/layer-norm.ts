import type { LayerNorm } from '../../../../properties/attention/shared/layer-norm-inputs.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';

/** Each row by its own moments. */
export const layerNorm: Authority<LayerNorm> = {
  class: 'running error',
  exact: (x, gamma, beta, { epsilon }) =>
    x.map((row) => {
      const mean = sum(row).div(row.length);
      const centred = row.map((value) => value.minus(mean));
      const divisor = sum(centred.map((c) => c.pow(2)))
        .div(row.length)
        .plus(epsilon)
        .sqrt();
      return centred.map((c, j) =>
        (gamma[j] as Big)
          .times(c)
          .div(divisor)
          .plus(beta[j] as Big),
      );
    }),
};
