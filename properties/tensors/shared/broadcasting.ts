import { itemAt, type Nest, nestOf, shapeOfNest } from '../../values/nest.ts';

/** `f` of two nests, item by item: shapes meet at the last axis, and an axis of 1, or one that is absent, is repeated. */
export function broadcast<A, B, C>(a: Nest<A>, b: Nest<B>, f: (a: A, b: B) => C): Nest<C> {
  const shape = commonShape(shapeOfNest(a), shapeOfNest(b));
  return nestOf(shape, (index) => f(repeatedAt(a, index), repeatedAt(b, index)));
}

/** The shape to which two shapes broadcast, where they do. */
export function commonShape(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const padded = (shape: readonly number[]): number[] => [...Array<number>(rank - shape.length).fill(1), ...shape];
  const other = padded(b);
  return padded(a).map((length, axis) => (length === 1 ? (other[axis] ?? 1) : length));
}

/** A nest written out in a shape to which it broadcasts. */
export function writtenOut<T>(nest: Nest<T>, shape: readonly number[]): Nest<T> {
  return nestOf(shape, (index) => repeatedAt(nest, index));
}

function repeatedAt<T>(nest: Nest<T>, index: readonly number[]): T {
  const shape = shapeOfNest(nest);
  const own = index.slice(index.length - shape.length).map((i, axis) => (shape[axis] === 1 ? 0 : i));
  return itemAt(nest, own) as T;
}
