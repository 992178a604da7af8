import { indicesOf, itemAt, type Nest, nested, shapeOfNest } from '../../values/nest.ts';
import { nth } from '../../values/nth.ts';

/** Axes counted from the front; absent, all of them. */
export function frontAxes(axes: readonly number[] | undefined, rank: number): number[] {
  return axes === undefined
    ? Array.from({ length: rank }, (_, axis) => axis)
    : axes.map((axis) => (axis < 0 ? axis + rank : axis));
}

/** `f` of the items along the axes, for each index of the others; those axes are left out, or kept with length 1. */
export function reduceNest<T, U>(
  x: Nest<T>,
  axes: readonly number[] | undefined,
  keepDims: boolean,
  f: (items: T[]) => U,
): Nest<U> {
  const full = shapeOfNest(x);
  const gone = frontAxes(axes, full.length);
  const kept = full.map((length, axis) => (gone.includes(axis) ? 1 : length));
  const results = indicesOf(kept).map((index) => {
    const along = full.map((length, axis) => (gone.includes(axis) ? length : 1));
    return f(
      indicesOf(along).map(
        (step) =>
          itemAt(
            x,
            step.map((i, axis) => i + nth(index, axis)),
          ) as T,
      ),
    );
  });
  return nested(keepDims ? kept : kept.filter((_, axis) => !gone.includes(axis)), results);
}
