import { type GlobalPooling, mapsOf } from '../../../../properties/convolution/shared/global-pooling.ts';
import type { Authority } from '../../authority.ts';
import { sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';

/** The mean of a feature map. */
export const globalAveragePool2d: Authority<GlobalPooling> = {
  class: 'sum',
  exact: (x) => mapsOf(x).map((maps) => maps.map((pixels) => sum(pixels).div(pixels.length))),
  bound: (x) => {
    const pixels = (x[0]?.length ?? 0) * (x[0]?.[0]?.length ?? 0);
    return afterRoundings(pixels, globalAveragePool2d.exact(sizesOf(x)));
  },
};
