import fc from 'fast-check';
import { ones as reference } from '../../reference/tensors/ones.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { shapes } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf, nestOf } from '../values/nest.ts';
import type { Tensor, Vector } from '../values/value.ts';
import { misconceptions } from './ones.misconceptions.ts';
import { expectShape } from './shared/expect-shape.ts';

export type Ones = (shape: Vector) => Tensor;

const inputs: fc.Arbitrary<[Vector]> = fc.tuple(shapes());

export const ones: Entry<Ones> = {
  id: 'ones',
  lecture: 3,
  title: 'A tensor of ones',
  latex: String.raw`y_{i_1 \dots i_r} = 1`,
  source: ['Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1', 'Lecture 3'],
  parameters: { shape: is.list(is.integer(1, { mostTried: 4 }), { mayBeEmpty: true }) },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/ones.ts'),

  inputs,

  edges: {
    'a matrix': [[2, 3]],
    'a number': [[]],
    'a vector of one': [[1]],
    'a vector': [[4]],
    'rank 5': [[1, 2, 1, 3, 2]],
  },
  illegal: {
    'a length of 0': { args: [[2, 0]], names: 'shape[1]' },
    'too large': { args: [[2 ** 20, 2 ** 20]], names: 'shape' },
  },
  hardCases: {
    'a number': (shape) => shape.length === 0,
    'rank 4 or 5': (shape) => shape.length >= 4,
    'not square': (shape) => shape.length === 2 && shape[0] !== shape[1],
    'an axis of 1': (shape) => shape.includes(1),
  },

  worked: [
    {
      name: 'two rows',
      origin: 'by hand',
      args: [[2, 3]],
      expected: [Array<number>(3).fill(1), Array<number>(3).fill(1)],
    },
    { name: 'no axes', origin: 'by hand', args: [[]], expected: 1 },
  ],

  laws: [
    law('the result has the shape', inputs, async (ones, shape) => {
      expectShape(await ones(shape), shape);
    }),
    law('every element is 1', inputs, async (ones, shape) => {
      for (const item of itemsOf(await ones(shape))) expectClose(item, 1, 0);
    }),
    law('one axis more repeats the tensor', inputs, async (ones, shape) => {
      const one = await ones(shape);
      expectClose(await ones([2, ...shape]), [one, one], 0);
    }),
  ],

  misconceptions,

  rounding: (r, shape) =>
    nestOf(
      shape.map(({ value }) => value),
      () => r.exact(1),
    ),
};
