import type { Constant } from '../../../../properties/tensors/constant.ts';
import { itemsOf, nested, nestOf, shapeOfNest } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';

/** The values in their order, or one of them everywhere. */
export const constant: Authority<Constant> = {
  class: 'exact',
  exact: (value, shape) => {
    const lengths = shape?.map((length) => length.toNumber()) ?? shapeOfNest(value);
    return Array.isArray(value) ? nested(lengths, itemsOf(value)) : nestOf(lengths, () => value);
  },
};
