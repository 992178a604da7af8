import type { Reshape } from '../../../../properties/tensors/reshape.ts';
import { itemsOf, nested } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';

/** The items in their order. */
export const reshape: Authority<Reshape> = {
  class: 'exact',
  exact: (x, shape) => {
    const items = itemsOf(x);
    const lengths = shape.map((length) => length.toNumber());
    const known = lengths.reduce((product, length) => (length === -1 ? product : product * length), 1);
    return nested(
      lengths.map((length) => (length === -1 ? items.length / known : length)),
      items,
    );
  },
};
