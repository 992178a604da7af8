import type { Flatten } from '../../../../properties/convolution/flatten.ts';
import { itemsOf } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';

/** The items of each sample in their order. */
export const flatten: Authority<Flatten> = {
  class: 'exact',
  exact: (x) => (Array.isArray(x) ? x.map((sample) => itemsOf(sample)) : []),
};
