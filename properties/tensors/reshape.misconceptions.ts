import type { Misconception } from '../entry/entry.ts';
import { indicesOf, itemAt, itemsOf, nested, nestOf, shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor, Vector } from '../values/value.ts';
import type { Reshape } from './reshape.ts';

export const misconceptions: readonly Misconception<Reshape>[] = [
  {
    id: 'reshape/column-major',
    title: 'read and written with the first index running fastest',
    hint: 'Read and write row by row, with the last index running fastest, as nested arrays are written.',
    caughtBy: 'rows to other rows',
    implementation: (x, shape) => {
      const reversed = (indices: number[][]): number[][] => indices.map((index) => [...index].reverse());
      const own = shapeOfNest(x);
      const read = reversed(indicesOf([...own].reverse())).map((index) => itemAt(x, index) as number);
      const wanted = resolved(x, shape);
      const order = new Map(reversed(indicesOf([...wanted].reverse())).map((index, i) => [String(index), i]));
      return nestOf(wanted, (index) => nth(read, order.get(String(index)) ?? 0));
    },
  },
  {
    id: 'reshape/transposed',
    title: 'the rows and columns of a matrix are exchanged',
    hint: 'Reshaping keeps the row-major order of the elements; exchanging rows and columns is transpose.',
    caughtBy: 'rows to other rows',
    implementation: (x, shape) => {
      const own = shapeOfNest(x);
      const wanted = resolved(x, shape);
      const [rows = 0, columns = 0] = own;
      const isTurned = own.length === 2 && wanted.length === 2 && wanted[0] === columns && wanted[1] === rows;
      return isTurned ? nestOf(wanted, ([i = 0, j = 0]) => itemAt(x, [j, i]) as number) : nested(wanted, itemsOf(x));
    },
  },
];

function resolved(x: Tensor, shape: Vector): number[] {
  const known = shape.reduce((product, length) => (length === -1 ? product : product * length), 1);
  return shape.map((length) => (length === -1 ? itemsOf(x).length / known : length));
}
