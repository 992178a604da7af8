import type { Pooling } from '../../../../properties/convolution/shared/pool-inputs.ts';
import type { Authority } from '../../authority.ts';
import { largest } from '../../big.ts';
import { exactPooled } from './shared/pooled.ts';

/** The largest pixel of a window: nothing is rounded. */
export const maxPool2d: Authority<Pooling> = {
  class: 'exact',
  exact: (x, options) => exactPooled(x, options, largest),
};
