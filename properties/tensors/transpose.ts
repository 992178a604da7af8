import fc from 'fast-check';
import { transpose as reference } from '../../reference/tensors/transpose.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given } from '../inputs/inputs.ts';
import { tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { indicesOf, itemAt, itemsOf, shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor, Vector } from '../values/value.ts';
import { expectShape } from './shared/expect-shape.ts';
import { frontOrder, transposedNest } from './shared/transposing.ts';
import { misconceptions } from './transpose.misconceptions.ts';

export type Transpose = (x: Tensor, perm?: Vector) => Tensor;

const inputs: fc.Arbitrary<[Tensor, Vector?]> = fc
  .tuple(
    tensors(),
    fc.integer({ min: 0, max: 3 }),
    fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  )
  .map(([x, absent, order, fromEnd]) => {
    const rank = shapeOfNest(x).length;
    const perm = order.filter((axis) => axis < rank).map((axis) => (fromEnd[axis] ? axis - rank : axis));
    return given(x, absent === 0 || rank === 0 ? undefined : perm) as [Tensor, Vector?];
  });

export const transpose: Entry<Transpose> = {
  id: 'transpose',
  lecture: 3,
  title: 'Axes in another order',
  latex: String.raw`y_{i_{p_1} \dots i_{p_r}} = x_{i_1 \dots i_r}`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { x: is.tensor(), perm: is.list(is.integer(-8, { most: 7 }), { optional: true, mayBeEmpty: true }) },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/transpose.ts'),

  inputs,

  edges: {
    'a matrix': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    'a square matrix': [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    'a cycle of three axes': [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ],
      [1, 2, 0],
    ],
    'a cube by a cycle': [
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
      [1, 2, 0],
    ],
    'a cube, reversed': [
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
    ],
    'axes from the end': [
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
      [-1, 0, -2],
    ],
    'the order it has': [
      [
        [1, 2],
        [3, 4],
      ],
      [0, 1],
    ],
    'a vector': [[1, 2]],
    'a number': [2.5],
    'a number, by no axes': [2.5, []],
    'rank 5': [[[[[[1, 2]]], [[[3, 4]]]]], [4, 0, 3, 1, 2]],
  },
  illegal: {
    'an axis twice': {
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [0, 0],
      ],
      names: 'perm',
    },
    'an axis twice, once from the end': {
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [1, -1],
      ],
      names: 'perm',
    },
    'an axis out of range': {
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [0, 2],
      ],
      names: 'perm[1]',
    },
    'too few axes': {
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [0],
      ],
      names: 'perm',
    },
    'too many axes': {
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [0, 1, 2],
      ],
      names: 'perm',
    },
    'no axes of a matrix': {
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [],
      ],
      names: 'perm',
    },
    'an axis of a number': { args: [3, [0]], names: 'perm' },
    empty: { args: [[[]]], names: 'x' },
  },
  hardCases: {
    'perm absent': (_, perm) => perm === undefined,
    'a negative axis': (_, perm) => perm?.some((axis) => axis < 0) ?? false,
    'not its own inverse': (x, perm) => {
      const rank = shapeOfNest(x).length;
      const order = perm?.map((axis) => (axis < 0 ? axis + rank : axis)) ?? [];
      return order.some((axis, k) => order[axis] !== k);
    },
    'a matrix': (x) => shapeOfNest(x).length === 2,
    'rank 3 and more, reversed': (x, perm) => perm === undefined && shapeOfNest(x).length > 2 && itemsOf(x).length > 2,
    'rank 4 or 5': (x) => shapeOfNest(x).length >= 4,
    'a number': (x) => typeof x === 'number',
  },

  worked: [
    {
      name: 'rows to columns',
      origin: 'by hand',
      args: [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ],
      expected: [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
    },
    {
      name: 'the first axis last',
      origin: 'by hand: y[j][k][i] = x[i][j][k]',
      args: [
        [
          [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
        ],
        [1, 2, 0],
      ],
      expected: [
        [[1], [2]],
        [[3], [4]],
        [[5], [6]],
      ],
    },
  ],

  laws: [
    law('axis k of the result is axis perm[k] of x', inputs.map(one), async (transpose, [x, perm]) => {
      const y = await transpose(...given(x, perm));
      const shape = shapeOfNest(x);
      const order = frontOrder(perm, shape.length);
      const expected = order.map((axis) => nth(shape, axis));
      expectShape(y, expected);
      for (const index of indicesOf(shape)) {
        const moved = order.map((axis) => nth(index, axis));
        expectClose(itemAt(y, moved), itemAt(x, index), 0);
      }
    }),
    law('by the inverse order it is as it was', inputs.map(one), async (transpose, [x, perm]) => {
      const order = frontOrder(perm, shapeOfNest(x).length);
      if (order.length === 0) return;
      const back = order.map((_, axis) => order.indexOf(axis));
      expectClose(await transpose(await transpose(x, order), back), x, 0);
    }),
    law('without perm twice it is as it was', fc.tuple(tensors()), async (transpose, x) => {
      expectClose(await transpose(await transpose(x)), x, 0);
    }),
  ],

  misconceptions,

  rounding: (_, x, perm) => {
    const shape = shapeOfNest(x);
    const order = frontOrder(
      perm?.map(({ value }) => value),
      shape.length,
    );
    return transposedNest(x, order);
  },
};

function one<T>(input: T): [T] {
  return [input];
}
