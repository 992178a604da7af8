import fc from 'fast-check';
import { stack as reference } from '../../reference/tensors/stack.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, numbers } from '../inputs/inputs.ts';
import { filled, shapes } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { indicesOf, itemAt, shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor } from '../values/value.ts';
import { expectShape } from './shared/expect-shape.ts';
import { stackNests } from './shared/joining.ts';
import { misconceptions } from './stack.misconceptions.ts';

export type Stack = (tensors: Tensor[], axis?: number) => Tensor;

const inputs: fc.Arbitrary<[Tensor[], number?]> = fc
  .tuple(shapes(0, 4), fc.integer({ min: 1, max: 3 }), numbers(), fc.nat(9), fc.integer({ min: 0, max: 4 }))
  .map(([shape, count, drawn, place, absent]) => {
    const ranks = shape.length + 1;
    const tensors = Array.from({ length: count }, (_, n) =>
      filled(shape, [...drawn.slice(n * 7), ...drawn.slice(0, n * 7)]),
    );
    return given(tensors, absent === 0 ? undefined : (place % (2 * ranks)) - ranks) as [Tensor[], number?];
  });

export const stack: Entry<Stack> = {
  id: 'stack',
  lecture: 3,
  title: 'Tensors along a new axis',
  latex: String.raw`y_{i_1 \dots i_k\, n\, i_{k+1} \dots i_r} = x^{(n)}_{i_1 \dots i_r}`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { tensors: is.list(is.tensor()), axis: is.integer(-9, { most: 8, default: 0 }) },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/stack.ts'),

  inputs,

  edges: {
    'two vectors as rows': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    'two vectors as columns': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      1,
    ],
    'two vectors as columns, from the end': [
      [
        [1, 2],
        [3, 4],
      ],
      -1,
    ],
    'two matrices, the last axis': [
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
      -1,
    ],
    'two matrices, the middle axis': [
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
      1,
    ],
    'two matrices, the first axis from the end': [
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
      -3,
    ],
    'five vectors as columns': [
      [
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
        [9, 10],
      ],
      1,
    ],
    numbers: [[1, 2, 3]],
    'one number': [[2.5], -1],
    'one matrix': [[[[1, 2]]], 2],
    'to rank 5': [[[[[[1, 2]]]], [[[[3, 4]]]]], 3],
  },
  illegal: {
    'shapes differ': { args: [[[1, 2], [3]]], names: 'tensors[1]' },
    'inner lengths differ': { args: [[[[1, 2]], [[3, 4, 5]]]], names: 'tensors[1]' },
    'ranks differ': { args: [[[1, 2], [[1, 2]]]], names: 'tensors[1]' },
    'a number and a vector': { args: [[1, [2]]], names: 'tensors[1]' },
    'an axis out of range': { args: [[[1], [2]], 2], names: 'axis' },
    'an axis before the first': { args: [[[1], [2]], -3], names: 'axis' },
    'no tensors': { args: [[]], names: 'tensors' },
    'an empty tensor': { args: [[[], []]], names: 'tensors[0]' },
  },
  hardCases: {
    'axis absent': (_, axis) => axis === undefined,
    'a negative axis': (_, axis) => axis !== undefined && axis < 0,
    'one tensor': (tensors) => tensors.length === 1,
    numbers: (tensors) => typeof tensors[0] === 'number',
    'rank 3 and more': (tensors) => shapeOfNest(nth(tensors, 0)).length >= 3,
    'after the last axis': (tensors, axis) => axis === shapeOfNest(nth(tensors, 0)).length && axis > 0,
    'not the first axis, several tensors': (tensors, axis = 0) =>
      tensors.length > 1 && (axis > 0 || (axis < 0 && -axis <= shapeOfNest(nth(tensors, 0)).length)),
  },

  worked: [
    {
      name: 'as rows',
      origin: 'by hand',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      expected: [
        [1, 2],
        [3, 4],
      ],
    },
    {
      name: 'as columns',
      origin: 'by hand',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        1,
      ],
      expected: [
        [1, 3],
        [2, 4],
      ],
    },
    {
      name: 'as columns, from the end',
      origin: 'by hand',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        -1,
      ],
      expected: [
        [1, 3],
        [2, 4],
      ],
    },
  ],

  laws: [
    law('the new axis is as long as the list', inputs.map(one), async (stack, [tensors, axis = 0]) => {
      const own = shapeOfNest(nth(tensors, 0));
      const place = axis < 0 ? axis + own.length + 1 : axis;
      const expected = [...own.slice(0, place), tensors.length, ...own.slice(place)];
      expectShape(await stack(tensors, axis), expected);
    }),
    law('each tensor stands at its place along the new axis', inputs.map(one), async (stack, [tensors, axis = 0]) => {
      const y = await stack(tensors, axis);
      const own = shapeOfNest(nth(tensors, 0));
      const place = axis < 0 ? axis + own.length + 1 : axis;
      tensors.forEach((x, n) => {
        for (const index of indicesOf(own)) {
          expectClose(itemAt(y, [...index.slice(0, place), n, ...index.slice(place)]), itemAt(x, index), 0);
        }
      });
    }),
    law('an axis counted from the end is the same axis', inputs.map(one), async (stack, [tensors, axis = 0]) => {
      const ranks = shapeOfNest(nth(tensors, 0)).length + 1;
      const other = axis < 0 ? axis + ranks : axis - ranks;
      expectClose(await stack(tensors, axis), await stack(tensors, other), 0);
    }),
  ],

  misconceptions,

  rounding: (_, tensors, axis) => stackNests(tensors, axis.value),
};

function one<T>(input: T): [T] {
  return [input];
}
