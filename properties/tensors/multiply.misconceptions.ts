import type { Misconception } from '../entry/entry.ts';
import { itemAt, nestOf, shapeOfNest } from '../values/nest.ts';
import type { Tensor } from '../values/value.ts';
import type { Multiply } from './multiply.ts';
import { leadingAligned } from './shared/leading-aligned.ts';

export const misconceptions: readonly Misconception<Multiply>[] = [
  {
    id: 'multiply/leading-aligned',
    title: 'the shapes are aligned at the first axis',
    hint: 'Align the shapes at the last axis: a vector goes with the columns of a matrix, not with its rows.',
    caughtBy: 'a square matrix and a vector',
    implementation: (a, b) => leadingAligned(a, b, (x, y) => x * y),
  },
  {
    id: 'multiply/matrix-product',
    title: 'the matrix product',
    hint: 'Multiply the elements that stand at the same place; rows by columns is matmul.',
    caughtBy: 'a square matrix by itself',
    implementation: (a, b) => matrixProduct(a, b),
  },
];

/** Rows by columns; undefined where they are not square matrices of one size. */
function matrixProduct(a: Tensor, b: Tensor): Tensor | undefined {
  const [m, n] = [shapeOfNest(a), shapeOfNest(b)];
  const [size = 0] = m;
  if (m.length !== 2 || n.length !== 2 || [...m, ...n].some((length) => length !== size)) return undefined;
  const at = (x: Tensor, row: number, column: number): number => itemAt(x, [row, column]) as number;
  return nestOf(m, ([i = 0, j = 0]) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += at(a, i, k) * at(b, k, j);
    return sum;
  });
}
