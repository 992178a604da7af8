import fc from 'fast-check';
import { zeros as reference } from '../../reference/tensors/zeros.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { shapes } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf, nestOf } from '../values/nest.ts';
import type { Tensor, Vector } from '../values/value.ts';
import { expectShape } from './shared/expect-shape.ts';
import { misconceptions } from './zeros.misconceptions.ts';

export type Zeros = (shape: Vector) => Tensor;

const inputs: fc.Arbitrary<[Vector]> = fc.tuple(shapes());

export const zeros: Entry<Zeros> = {
  id: 'zeros',
  lecture: 3,
  title: 'A tensor of zeros',
  latex: String.raw`y_{i_1 \dots i_r} = 0`,
  source: ['Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1', 'Lecture 3'],
  parameters: { shape: is.list(is.integer(1, { mostTried: 4 }), { mayBeEmpty: true }) },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/zeros.ts'),

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
      expected: [Array<number>(3).fill(0), Array<number>(3).fill(0)],
    },
    { name: 'no axes', origin: 'by hand', args: [[]], expected: 0 },
  ],

  laws: [
    law('the result has the shape', inputs, async (zeros, shape) => {
      expectShape(await zeros(shape), shape);
    }),
    law('every element is 0', inputs, async (zeros, shape) => {
      for (const item of itemsOf(await zeros(shape))) expectClose(item, 0, 0);
    }),
    law('one axis more repeats the tensor', inputs, async (zeros, shape) => {
      const one = await zeros(shape);
      expectClose(await zeros([2, ...shape]), [one, one], 0);
    }),
  ],

  misconceptions,

  rounding: (r, shape) =>
    nestOf(
      shape.map(({ value }) => value),
      () => r.exact(0),
    ),
};
