import type { Misconception } from '../entry/entry.ts';
import { shapeOfNest } from '../values/nest.ts';
import { frontOrder, transposedNest } from './shared/transposing.ts';
import type { Transpose } from './transpose.ts';

export const misconceptions: readonly Misconception<Transpose>[] = [
  {
    id: 'transpose/inverse-permutation',
    title: 'axis k of x becomes axis perm[k] of the result',
    hint: 'It is the other way about: axis k of the result is axis perm[k] of x. Only a cycle of three axes and more shows it.',
    caughtBy: 'the first axis last',
    implementation: (x, perm) => {
      const order = frontOrder(perm, shapeOfNest(x).length);
      return transposedNest(
        x,
        order.map((_, axis) => order.indexOf(axis)),
      );
    },
  },
  {
    id: 'transpose/perm-ignored',
    title: 'the axes are reversed, whatever perm says',
    hint: 'Where perm is given, it says which axis of x each axis of the result is; only without it are they reversed.',
    caughtBy: 'the first axis last',
    implementation: (x) => transposedNest(x, frontOrder(undefined, shapeOfNest(x).length)),
  },
  {
    id: 'transpose/last-two-only',
    title: 'without perm only the last two axes are exchanged',
    hint: 'Without perm reverse all axes: a shape [2, 3, 4] becomes [4, 3, 2].',
    caughtBy: 'a cube, reversed',
    implementation: (x, perm) => {
      const rank = shapeOfNest(x).length;
      if (perm !== undefined || rank < 2) return transposedNest(x, frontOrder(perm, rank));
      const axes = Array.from({ length: rank }, (_, axis) => axis);
      return transposedNest(x, [...axes.slice(0, -2), rank - 1, rank - 2]);
    },
  },
];
