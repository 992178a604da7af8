import { frontOrder, transposedNest } from '../../../../properties/tensors/shared/transposing.ts';
import type { Transpose } from '../../../../properties/tensors/transpose.ts';
import { shapeOfNest } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';

/** The items by their axes in another order. */
export const transpose: Authority<Transpose> = {
  class: 'exact',
  exact: (x, perm) => {
    const order = perm?.map((axis) => axis.toNumber());
    return transposedNest(x, frontOrder(order, shapeOfNest(x).length));
  },
};
