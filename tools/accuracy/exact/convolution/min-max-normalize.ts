import type { Normalization } from '../../../../properties/convolution/shared/normalization.ts';
import type { Authority } from '../../authority.ts';
import { exactShares } from './shared/shares.ts';

/** The distance from the least over the spread. */
export const minMaxNormalize: Authority<Normalization> = {
  class: 'running error',
  exact: exactShares,
};
