import { nth } from './nth.ts';

/** Nested arrays of any rank, row-major, down to a single item. Items of any kind that is no array: numbers, bounds. */
export type Nest<T> = T | Nest<T>[];

/** The lengths of the axes, from the first entry of each. */
export function shapeOfNest<T>(nest: Nest<T>): number[] {
  return Array.isArray(nest) ? [nest.length, ...shapeOfNest(nth(nest, 0))] : [];
}

/** The items in row-major order. */
export function itemsOf<T>(nest: Nest<T>): T[] {
  return Array.isArray(nest) ? nest.flatMap((item) => itemsOf(item)) : [nest];
}

/** The nest of a shape whose items are given in row-major order. */
export function nested<T>(shape: readonly number[], items: readonly T[]): Nest<T> {
  const [length, ...rest] = shape;
  if (length === undefined) return nth(items, 0);
  const size = items.length / length;
  return Array.from({ length }, (_, i) => nested(rest, items.slice(i * size, (i + 1) * size)));
}

/** The item at an index, one number for each axis. */
export function itemAt<T>(nest: Nest<T>, index: readonly number[]): Nest<T> {
  return index.reduce<Nest<T>>((part, i) => nth(part as Nest<T>[], i), nest);
}

/** Every index of a shape, in row-major order. */
export function indicesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (indices, length) => indices.flatMap((index) => Array.from({ length }, (_, i) => [...index, i])),
    [[]],
  );
}

/** A nest of that shape whose item at each index is `f` of the index. */
export function nestOf<T>(shape: readonly number[], f: (index: readonly number[]) => T): Nest<T> {
  return nested(shape, indicesOf(shape).map(f));
}
