import fc from 'fast-check';
import { multiplyGradient, multiply as reference } from '../../reference/tensors/multiply.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { broadcastPairs, tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './multiply.misconceptions.ts';
import { broadcastEdges, broadcastHardCases, unbroadcastable } from './shared/broadcast-cases.ts';
import { elementwiseLaws } from './shared/broadcast-laws.ts';
import { broadcast } from './shared/broadcasting.ts';

export type Multiply = (a: Tensor, b: Tensor) => Tensor;

export const multiply: Entry<Multiply> = {
  id: 'multiply',
  lecture: 3,
  title: 'Product of tensors, element by element',
  latex: String.raw`p_i = a_i b_i`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { a: is.tensor(), b: is.tensor() },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/multiply.ts'),
  gradient: { wrt: ['a', 'b'], reference: multiplyGradient },

  inputs: broadcastPairs(),

  edges: {
    ...broadcastEdges,
    // The draws seldom hold two of one size, and the matrix product is defined on them alone.
    'two square matrices': [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, -6],
        [7, 9],
      ],
    ],
  },
  illegal: unbroadcastable,
  hardCases: broadcastHardCases,

  worked: [
    { name: 'two numbers', origin: 'by hand: 2 * 3', args: [2, 3], expected: 6 },
    {
      name: 'a column times a row',
      origin: 'by hand: the products of each pair',
      args: [
        [[1], [2]],
        [3, -5],
      ],
      expected: [
        [3, -5],
        [6, -10],
      ],
    },
    {
      name: 'a square matrix by itself',
      origin: 'by hand: the squares of the elements',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ],
      expected: [
        [1, 4],
        [9, 16],
      ],
    },
  ],

  laws: [
    ...elementwiseLaws<Multiply>(broadcastPairs()),
    law('a b = b a', broadcastPairs(), async (multiply, a, b) => {
      expectClose(await multiply(a, b), await multiply(b, a), multiply.allowed(a, b), multiply.allowed(b, a));
    }),
    law('1 leaves a as it is, and 0 leaves nothing', fc.tuple(tensors()), async (multiply, a) => {
      expectClose(await multiply(a, 1), a, multiply.allowed(a, 1));
      expectClose(
        await multiply(0, a),
        mapNumbers(a, () => 0),
        multiply.allowed(0, a),
      );
    }),
  ],

  misconceptions,

  rounding: (r, a, b) => broadcast(a, b, (ai, bi) => r.multiply(ai, bi)),
};
