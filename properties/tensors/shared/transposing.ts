import { itemAt, type Nest, nestOf, shapeOfNest } from '../../values/nest.ts';
import { nth } from '../../values/nth.ts';

/** The axes in their new order, counted from the front; without one they are reversed. */
export function frontOrder(perm: readonly number[] | undefined, rank: number): number[] {
  if (perm === undefined) return Array.from({ length: rank }, (_, k) => rank - 1 - k);
  return perm.map((axis) => (axis < 0 ? axis + rank : axis));
}

/** A nest with its axes in another order: axis k of the result is axis order[k]. */
export function transposedNest<T>(x: Nest<T>, order: readonly number[]): Nest<T> {
  const shape = shapeOfNest(x);
  return nestOf(
    order.map((axis) => nth(shape, axis)),
    (index) => {
      const own = shape.map((_, axis) => nth(index, order.indexOf(axis)));
      return itemAt(x, own) as T;
    },
  );
}
