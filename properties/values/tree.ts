import { isRecord, type Path, type Tree, type Value } from './value.ts';

/** A tree of the same form whose leaves are `f` of the old ones. A leaf is what is neither an array nor a plain record of branches. */
export function mapTree<T, U>(
  tree: Tree<T>,
  isLeaf: (node: Tree<T>) => node is T & Tree<T>,
  f: (leaf: T) => U,
): Tree<U> {
  if (isLeaf(tree)) return f(tree);
  if (Array.isArray(tree)) return tree.map((item: Tree<T>) => mapTree(item, isLeaf, f));
  return Object.fromEntries(
    Object.entries(tree as Record<string, Tree<T>>).map(([key, item]) => [key, mapTree(item, isLeaf, f)]),
  );
}

/** The leaves of a tree from left to right, each with its path. */
export function leaves<T>(
  tree: Tree<T>,
  isLeaf: (node: Tree<T>) => boolean,
  path: Path = [],
): { path: Path; leaf: T }[] {
  if (isLeaf(tree)) return [{ path, leaf: tree as T }];
  if (Array.isArray(tree)) return tree.flatMap((item: Tree<T>, i) => leaves(item, isLeaf, [...path, i]));
  return Object.entries(tree as Record<string, Tree<T>>).flatMap(([key, item]) => leaves(item, isLeaf, [...path, key]));
}

/** The numbers of a value, from left to right; strings and booleans are left out. */
export function numbersOf(value: Value | Tree<number>): number[] {
  const numbers: number[] = [];
  collectNumbers(value, numbers);
  return numbers;
}

/** Into one list: a list for every number was a twentieth of all that the tests do. */
function collectNumbers(value: Value | Tree<number>, numbers: number[]): void {
  if (typeof value === 'number') numbers.push(value);
  else if (Array.isArray(value)) for (const item of value) collectNumbers(item, numbers);
  else if (isRecord(value)) for (const item of Object.values(value)) collectNumbers(item, numbers);
}

/** A value of the same form whose numbers are `f` of the old ones. */
export function mapNumbers<V extends Value | Tree<number>>(value: V, f: (x: number) => number): V {
  if (typeof value === 'number') return f(value) as V;
  if (Array.isArray(value)) return value.map((item) => mapNumbers(item, f)) as unknown as V;
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapNumbers(item, f)])) as V;
  }
  return value;
}

/** A value of the same form whose numbers are `f` of those of two values of one form. */
export function zipNumbers<V extends Tree<number>>(a: V, b: Tree<number>, f: (a: number, b: number) => number): V {
  const other = numbersOf(b);
  let next = 0;
  return mapNumbers(a, (x) => f(x, other[next++] ?? Number.NaN));
}

/** The sum of all numbers of a tree. */
export function total(tree: Tree<number>): number {
  return numbersOf(tree).reduce((sum, x) => sum + x, 0);
}
