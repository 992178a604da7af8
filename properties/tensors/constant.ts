import fc from 'fast-check';
import { constant as reference } from '../../reference/tensors/constant.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, mild, numbers } from '../inputs/inputs.ts';
import { filled, shapes, tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf, nested, shapeOfNest } from '../values/nest.ts';
import type { Tensor, Vector } from '../values/value.ts';
import { misconceptions } from './constant.misconceptions.ts';
import { expectShape } from './shared/expect-shape.ts';

export type Constant = (value: Tensor, shape?: Vector) => Tensor;

/** Values with their own shape, with another one, or a number with a shape to fill. */
const inputs: fc.Arbitrary<[Tensor, Vector?]> = fc.oneof(
  fc.tuple(tensors()).map(([x]): [Tensor, Vector?] => [x]),
  fc.tuple(mild, shapes()).map(([x, shape]): [Tensor, Vector?] => [x, shape]),
  fc
    .tuple(shapes(1), numbers())
    .map(([shape, drawn]): [Tensor, Vector?] => [itemsOf(filled(shape, drawn)), [...shape].reverse()]),
);

export const constant: Entry<Constant> = {
  id: 'constant',
  lecture: 3,
  title: 'Constant',
  latex: String.raw`y_{i_1 \dots i_r} = v_k`,
  source: ['Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1', 'Lecture 3'],
  parameters: {
    value: is.tensor(),
    shape: is.list(is.integer(1, { mostTried: 4 }), { optional: true, mayBeEmpty: true }),
  },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/constant.ts'),

  inputs,

  edges: {
    'a number': [2.5],
    'a vector': [[1, 2]],
    'a number fills a matrix': [7, [2, 3]],
    'a number as a number': [7, []],
    'a vector as a matrix': [
      [1, 2, 3, 4, 5, 6],
      [2, 3],
    ],
    'one value as rank 5': [[3], [1, 1, 1, 1, 1]],
    'a matrix as a vector': [
      [
        [1, 2],
        [3, 4],
      ],
      [4],
    ],
  },
  illegal: {
    'too few values': {
      args: [
        [1, 2, 3],
        [2, 2],
      ],
      names: 'shape',
    },
    'too many values': { args: [[1, 2, 3], [2]], names: 'shape' },
    empty: { args: [[]], names: 'value' },
    'null for a shape': { args: [7, null], names: 'shape' },
  },
  hardCases: {
    'shape absent': (_, shape) => shape === undefined,
    'a number fills a shape': (value, shape) => typeof value === 'number' && shape !== undefined && shape.length > 0,
    'another shape': (value, shape) => typeof value !== 'number' && shape !== undefined && shape.length > 1,
    'rank 4 or 5': (value, shape) => (shape ?? shapeOfNest(value)).length >= 4,
    'no axes': (value, shape) => (shape ?? shapeOfNest(value)).length === 0,
  },

  worked: [
    {
      name: 'filled',
      origin: 'by hand',
      args: [7, [2, 2]],
      expected: [
        [7, 7],
        [7, 7],
      ],
    },
    {
      name: 'two rows',
      origin: 'by hand',
      args: [
        [1, 2, 3, 4],
        [2, 2],
      ],
      expected: [
        [1, 2],
        [3, 4],
      ],
    },
  ],

  laws: [
    law(
      'the result has the shape that is named, or that of the values',
      inputs.map(one),
      async (constant, [value, shape]) => {
        expectShape(await constant(...given(value, shape)), shape ?? shapeOfNest(value));
      },
    ),
    law('the values keep their row-major order', inputs.map(one), async (constant, [value, shape]) => {
      if (typeof value !== 'number') expectClose(itemsOf(await constant(...given(value, shape))), itemsOf(value), 0);
    }),
    law('a number fills all of the shape', fc.tuple(mild, shapes()), async (constant, x, shape) => {
      for (const item of itemsOf(await constant(x, shape))) expectClose(item, x, 0);
    }),
  ],

  misconceptions,

  rounding: (r, value, shape) => {
    const lengths = shape?.map((length) => length.value);
    if (lengths === undefined) return value;
    const items = itemsOf(value);
    const size = lengths.reduce((product, length) => product * length, 1);
    return nested(lengths, items.length === size ? items : Array.from({ length: size }, () => items[0] ?? r.exact(0)));
  },
};

function one<T>(input: T): [T] {
  return [input];
}
