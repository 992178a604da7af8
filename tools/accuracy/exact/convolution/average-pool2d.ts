import type { Pooling } from '../../../../properties/convolution/shared/pool-inputs.ts';
import type { Authority } from '../../authority.ts';
import { sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { exactPooled } from './shared/pooled.ts';

/** The mean of the pixels of a window. */
export const averagePool2d: Authority<Pooling> = {
  class: 'sum',
  exact: (x, options) => exactPooled(x, options, (pixels) => sum(pixels).div(pixels.length)),
  bound: (x, options) => {
    const [kh = 1, kw = 1] = options.window.map((n) => n.toNumber());
    return afterRoundings(kh * kw, averagePool2d.exact(sizesOf(x), options));
  },
};
