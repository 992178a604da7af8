import type { ExpandDims } from '../../../../properties/tensors/expand-dims.ts';
import { itemsOf, nested, shapeOfNest } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';

/** The items in their order. */
export const expandDims: Authority<ExpandDims> = {
  class: 'exact',
  exact: (x, axis) => {
    const shape = shapeOfNest(x);
    const place = axis.toNumber() < 0 ? axis.toNumber() + shape.length + 1 : axis.toNumber();
    return nested([...shape.slice(0, place), 1, ...shape.slice(place)], itemsOf(x));
  },
};
