import type { Normalization } from '../../../../properties/convolution/shared/normalization.ts';
import type { Authority } from '../../authority.ts';
import { sum, ZERO } from '../../big.ts';
import { ofAllItems } from './shared/shares.ts';

/** The distance from the mean over the root of the mean squared distance. */
export const standardize: Authority<Normalization> = {
  class: 'running error',
  exact: (x) =>
    ofAllItems(x, (items) => {
      const mean = sum(items).div(items.length);
      const centred = items.map((item) => item.minus(mean));
      const deviation = sum(centred.map((c) => c.pow(2)))
        .div(items.length)
        .sqrt();
      return centred.map((c) => (items.every((item) => item.eq(items[0] ?? ZERO)) ? ZERO : c.div(deviation)));
    }),
};
