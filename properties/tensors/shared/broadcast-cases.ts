import type { Entry } from '../../entry/entry.ts';
import { itemsOf, shapeOfNest } from '../../values/nest.ts';
import type { Tensor } from '../../values/value.ts';
import { isEqual } from './expect-shape.ts';

type Pair = [a: Tensor, b: Tensor];

/** Edges of two tensors that broadcast, without a zero among the numbers of the second. */
export const broadcastEdges: Readonly<Record<string, Pair>> = {
  'a matrix and a vector': [
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    [10, 20, 30],
  ],
  'two numbers': [2, 3],
  'a number and a vector': [2, [1, -3]],
  'a vector and a number': [[1, -3], 2],
  'a column and a row': [[[1], [2]], [[3, 4, 5]]],
  'a square matrix and a vector': [
    [
      [1, 2],
      [3, 4],
    ],
    [10, 20],
  ],
  'an axis of 1 in the middle': [
    [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ],
    [[[1, 2]], [[3, 4]]],
  ],
  'matrices that both are repeated': [
    [[[1, 2]], [[3, 4]]],
    [
      [
        [5, 6],
        [7, 8],
        [9, 10],
      ],
    ],
  ],
  'rank 5 and rank 2': [[[[[[1, 2]]], [[[3, 4]]]]], [[5], [6]]],
  'one element of rank 4': [[[[[1.5]]]], [0.25]],
};

/** Input whose shapes do not broadcast. */
export const unbroadcastable: Entry['illegal'] = {
  'lengths differ': {
    args: [
      [1, 2],
      [1, 2, 3],
    ],
    names: 'b',
  },
  'one length twice the other': {
    args: [
      [1, 2, 3, 4],
      [1, 2],
    ],
    names: 'b',
  },
  'aligned at the first axis': { args: [[[1, 2, 3]], [[1], [2], [3]].map(() => [1, 2])], names: 'b' },
  'an axis in the middle differs': {
    args: [
      [
        [[1], [2]],
        [[3], [4]],
      ],
      [[1], [2], [3]],
    ],
    names: 'b',
  },
  'empty a': { args: [[], [1]], names: 'a' },
  'empty b': { args: [[1], [[]]], names: 'b' },
};

const rank = (x: Tensor): number => shapeOfNest(x).length;
const size = (x: Tensor): number => itemsOf(x).length;

/** What pairs of tensors must reach. */
export const broadcastHardCases: Readonly<Record<string, (a: Tensor, b: Tensor) => boolean>> = {
  'two numbers': (a, b) => rank(a) === 0 && rank(b) === 0,
  'a number and an array': (a, b) => rank(a) === 0 && rank(b) > 0,
  'an array and a number': (a, b) => rank(a) > 0 && rank(b) === 0,
  'equal shapes of two axes and more': (a, b) => rank(a) > 1 && size(a) > 1 && isEqual(shapeOfNest(a), shapeOfNest(b)),
  'rank 4 or 5': (a, b) => Math.max(rank(a), rank(b)) >= 4,
  'the first one is repeated': (a, b) => size(a) < size(b),
  'the second one is repeated': (a, b) => size(b) < size(a),
  'both are repeated': (a, b) => {
    const [m, n] = [shapeOfNest(a), shapeOfNest(b)];
    const met = m.map((length, axis) => [length, n[axis - m.length + n.length] ?? 1] as const);
    return met.some(([x, y]) => x > y) && (met.some(([x, y]) => x < y) || n.length > m.length);
  },
  'an axis of 1 is repeated': (a, b) => {
    const [m, n] = [shapeOfNest(a), shapeOfNest(b)];
    return m.some((length, axis) => length > 1 && n[axis - m.length + n.length] === 1);
  },
};
