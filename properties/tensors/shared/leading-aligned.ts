import { itemAt, nestOf, shapeOfNest } from '../../values/nest.ts';
import type { Tensor } from '../../values/value.ts';

/** `f` of two tensors whose shapes are aligned at the first axis; undefined where they do not meet there. */
export function leadingAligned(a: Tensor, b: Tensor, f: (a: number, b: number) => number): Tensor | undefined {
  const [m, n] = [shapeOfNest(a), shapeOfNest(b)];
  const shape = Array.from({ length: Math.max(m.length, n.length) }, (_, axis) => {
    const [x, y] = [m[axis] ?? 1, n[axis] ?? 1];
    return x === y || x === 1 || y === 1 ? Math.max(x, y) : Number.NaN;
  });
  if (shape.some(Number.isNaN)) return undefined;
  const at = (x: Tensor, own: readonly number[], index: readonly number[]): number =>
    itemAt(
      x,
      own.map((length, axis) => (length === 1 ? 0 : (index[axis] ?? 0))),
    ) as number;
  return nestOf(shape, (index) => f(at(a, m, index), at(b, n, index)));
}
