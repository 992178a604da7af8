import fc from 'fast-check';
import { expandDims as reference } from '../../reference/tensors/expand-dims.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given } from '../inputs/inputs.ts';
import { tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf, nested, shapeOfNest } from '../values/nest.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './expand-dims.misconceptions.ts';
import { expectShape } from './shared/expect-shape.ts';

export type ExpandDims = (x: Tensor, axis?: number) => Tensor;

const inputs: fc.Arbitrary<[Tensor, number?]> = fc
  .tuple(tensors(0, 4), fc.nat(9), fc.integer({ min: 0, max: 4 }))
  .map(([x, place, absent]) => {
    const rank = shapeOfNest(x).length;
    return given(x, absent === 0 ? undefined : (place % (2 * rank + 2)) - rank - 1) as [Tensor, number?];
  });

export const expandDims: Entry<ExpandDims> = {
  id: 'expandDims',
  lecture: 3,
  title: 'A new axis',
  latex: String.raw`y_{i_1 \dots i_k\, 0\, i_{k+1} \dots i_r} = x_{i_1 \dots i_r}`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { x: is.tensor(), axis: is.integer(-9, { most: 8, default: 0 }) },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/expand-dims.ts'),

  inputs,

  edges: {
    'a matrix': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      1,
    ],
    'without an axis': [[1, 2, 3]],
    'the last axis': [[1, 2, 3], -1],
    'the last axis of a matrix': [
      [
        [1, 2],
        [3, 4],
      ],
      -1,
    ],
    'the first axis from the end': [
      [
        [1, 2],
        [3, 4],
      ],
      -3,
    ],
    'the axis after the last': [
      [
        [1, 2],
        [3, 4],
      ],
      2,
    ],
    'a number': [1.5],
    'a number, from the end': [1.5, -1],
    'to rank 5': [[[[[1, 2]], [[3, 4]]]], 3],
  },
  illegal: {
    'an axis after the next': { args: [[1, 2], 2], names: 'axis' },
    'an axis before the first': { args: [[1, 2], -3], names: 'axis' },
    empty: { args: [[[]], 0], names: 'x' },
  },
  hardCases: {
    'axis absent': (_, axis) => axis === undefined,
    'a negative axis': (_, axis) => axis !== undefined && axis < 0,
    'after the last axis': (x, axis) => axis === shapeOfNest(x).length && axis > 0,
    'a number': (x) => typeof x === 'number',
    'rank 4': (x) => shapeOfNest(x).length === 4,
    'between two axes': (x, axis) => axis !== undefined && axis > 0 && axis < shapeOfNest(x).length,
  },

  worked: [
    { name: 'a column', origin: 'by hand', args: [[1, 2], -1], expected: [[1], [2]] },
    { name: 'a row', origin: 'by hand', args: [[1, 2]], expected: [[1, 2]] },
  ],

  laws: [
    law(
      'the result has one axis more, of length 1, at that place',
      inputs.map(one),
      async (expandDims, [x, axis = 0]) => {
        const own = shapeOfNest(x);
        const place = axis < 0 ? axis + own.length + 1 : axis;
        expectShape(await expandDims(...given(x, axis)), [...own.slice(0, place), 1, ...own.slice(place)]);
      },
    ),
    law('the elements keep their order', inputs.map(one), async (expandDims, [x, axis]) => {
      expectClose(itemsOf(await expandDims(...given(x, axis))), itemsOf(x), 0);
    }),
    law('an axis counted from the end is the same axis', inputs.map(one), async (expandDims, [x, axis = 0]) => {
      const rank = shapeOfNest(x).length + 1;
      expectClose(await expandDims(x, axis), await expandDims(x, axis < 0 ? axis + rank : axis - rank), 0);
    }),
  ],

  misconceptions,

  rounding: (_, x, axis) => {
    const shape = shapeOfNest(x);
    const place = axis.value < 0 ? axis.value + shape.length + 1 : axis.value;
    return nested([...shape.slice(0, place), 1, ...shape.slice(place)], itemsOf(x));
  },
};

function one<T>(input: T): [T] {
  return [input];
}
