import { itemAt, type Nest, nestOf, shapeOfNest } from '../../values/nest.ts';
import { nth } from '../../values/nth.ts';
import { commonShape, writtenOut } from './broadcasting.ts';

/** With the last two axes exchanged. */
export function exchanged<T>(x: Nest<T>): Nest<T> {
  const shape = shapeOfNest(x);
  const turned = (index: readonly number[]): number[] => [...index.slice(0, -2), ...index.slice(-2).reverse()];
  return nestOf(turned(shape), (index) => itemAt(x, turned(index)) as T);
}

/** The product of matrices, of which `dot` makes each element of a row and a column; batches broadcast. */
export function matmulNests<T>(a: Nest<T>, b: Nest<T>, dot: (row: T[], column: T[]) => T): Nest<T> {
  const [m, n] = [shapeOfNest(a), shapeOfNest(b)];
  const batch = commonShape(m.slice(0, -2), n.slice(0, -2));
  const inner = nth(m, m.length - 1);
  const [left, right] = [writtenOut(a, [...batch, ...m.slice(-2)]), writtenOut(b, [...batch, ...n.slice(-2)])];
  return nestOf([...batch, nth(m, m.length - 2), nth(n, n.length - 1)], (index) => {
    const [i, j] = index.slice(-2) as [number, number];
    const outer = index.slice(0, -2);
    const along = Array.from({ length: inner }, (_, k) => k);
    return dot(
      along.map((k) => itemAt(left, [...outer, i, k]) as T),
      along.map((k) => itemAt(right, [...outer, k, j]) as T),
    );
  });
}
