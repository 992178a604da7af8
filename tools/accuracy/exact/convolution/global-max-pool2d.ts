import { type GlobalPooling, mapsOf } from '../../../../properties/convolution/shared/global-pooling.ts';
import type { Authority } from '../../authority.ts';
import { largest } from '../../big.ts';

/** The largest pixel of a feature map: nothing is rounded. */
export const globalMaxPool2d: Authority<GlobalPooling> = {
  class: 'exact',
  exact: (x) => mapsOf(x).map((maps) => maps.map(largest)),
};
