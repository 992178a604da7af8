import { type Nest, shapeOfNest } from '../../values/nest.ts';
import { nth } from '../../values/nth.ts';

/** Nests one after another along an axis, counted from the end where negative. */
export function concatNests<T>(nests: readonly Nest<T>[], axis: number): Nest<T> {
  const along = axis < 0 ? axis + shapeOfNest(nth(nests, 0)).length : axis;
  const lists = nests as Nest<T>[][];
  if (along === 0) return lists.flat();
  return nth(lists, 0).map((_, i) =>
    concatNests(
      lists.map((list) => nth(list, i)),
      along - 1,
    ),
  );
}

/** Nests of one shape beside each other along a new axis, at that place of the result. */
export function stackNests<T>(nests: readonly Nest<T>[], axis: number): Nest<T> {
  const place = axis < 0 ? axis + shapeOfNest(nth(nests, 0)).length + 1 : axis;
  if (place === 0) return [...nests];
  const lists = nests as Nest<T>[][];
  return nth(lists, 0).map((_, i) =>
    stackNests(
      lists.map((list) => nth(list, i)),
      place - 1,
    ),
  );
}
