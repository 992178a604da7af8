import type { Squeeze } from '../../../../properties/tensors/squeeze.ts';
import { itemsOf, nested, shapeOfNest } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';

/** The items in their order. */
export const squeeze: Authority<Squeeze> = {
  class: 'exact',
  exact: (x, axes) => {
    const shape = shapeOfNest(x);
    const gone = axes?.map((axis) => (axis.toNumber() < 0 ? axis.toNumber() + shape.length : axis.toNumber()));
    return nested(
      shape.filter((length, axis) => (gone ? !gone.includes(axis) : length !== 1)),
      itemsOf(x),
    );
  },
};
