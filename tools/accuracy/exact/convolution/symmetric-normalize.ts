import type { Normalization } from '../../../../properties/convolution/shared/normalization.ts';
import type { Authority } from '../../authority.ts';
import { ONE } from '../../big.ts';
import { exactShares, ofAllItems } from './shared/shares.ts';

/** Twice the distance from the least over the spread, less 1. */
export const symmetricNormalize: Authority<Normalization> = {
  class: 'running error',
  exact: (x) => ofAllItems(exactShares(x), (shares) => shares.map((share) => share.times(2).minus(ONE))),
};
