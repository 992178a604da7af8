import type { SamePadding } from '../../../../properties/convolution/same-padding.ts';
import type { Authority } from '../../authority.ts';
import { largest, ONE, ZERO } from '../../big.ts';

/** Whole numbers: from where the last window ends. */
export const samePadding: Authority<SamePadding> = {
  class: 'exact',
  exact: (size, kernel, { stride, dilation }) => {
    const lastStart = size.minus(ONE).div(stride).floor().times(stride);
    const all = largest([lastStart.plus(kernel.minus(ONE).times(dilation)).plus(ONE).minus(size), ZERO]);
    const before = all.div(2).floor();
    return { before, after: all.minus(before) };
  },
};
