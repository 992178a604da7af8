import type { Nest } from '../../../../../properties/values/nest.ts';
import { itemsOf, nested, shapeOfNest } from '../../../../../properties/values/nest.ts';
import { type Big, largest, ZERO } from '../../../big.ts';

/** The share of the way from the least to the largest of all items; 0 if all are equal. */
export function exactShares(x: Nest<Big>): Nest<Big> {
  return ofAllItems(x, (items) => {
    const least = largest(items.map((item) => item.neg())).neg();
    const spread = largest(items).minus(least);
    return items.map((item) => (spread.isZero() ? ZERO : item.minus(least).div(spread)));
  });
}

/** `f` of all items in their order, which gives one for each. */
export function ofAllItems(x: Nest<Big>, f: (items: Big[]) => Big[]): Nest<Big> {
  return nested(shapeOfNest(x), f(itemsOf(x)));
}
