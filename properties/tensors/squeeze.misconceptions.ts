import type { Misconception } from '../entry/entry.ts';
import { itemsOf, nested, shapeOfNest } from '../values/nest.ts';
import type { Tensor } from '../values/value.ts';
import type { Squeeze } from './squeeze.ts';

export const misconceptions: readonly Misconception<Squeeze>[] = [
  {
    id: 'squeeze/axes-ignored',
    title: 'all axes of length 1 go, whatever axes says',
    hint: 'Where axes are named, drop these alone; the other axes of length 1 stay.',
    caughtBy: 'a column, once',
    implementation: (x) => without(x, (length) => length === 1),
  },
  {
    id: 'squeeze/leading-only',
    title: 'only axes of length 1 before the first longer one go',
    hint: 'Without axes drop every axis of length 1, in the middle and at the end too.',
    caughtBy: 'in the middle',
    implementation: (x, axes) => {
      if (axes !== undefined) return named(x, axes);
      const longer = shapeOfNest(x).findIndex((length) => length !== 1);
      return without(x, (length, axis) => length === 1 && (longer < 0 || axis < longer));
    },
  },
  {
    id: 'squeeze/first-only',
    title: 'only the first axis of length 1 goes',
    hint: 'Without axes drop every axis of length 1, not only the first one.',
    caughtBy: 'one element',
    implementation: (x, axes) => {
      if (axes !== undefined) return named(x, axes);
      const first = shapeOfNest(x).indexOf(1);
      return without(x, (_, axis) => axis === first);
    },
  },
];

function named(x: Tensor, axes: readonly number[]): Tensor {
  const rank = shapeOfNest(x).length;
  return without(x, (_, axis) => axes.includes(axis) || axes.includes(axis - rank));
}

function without(x: Tensor, goes: (length: number, axis: number) => boolean): Tensor {
  return nested(
    shapeOfNest(x).filter((length, axis) => !goes(length, axis)),
    itemsOf(x),
  );
}
