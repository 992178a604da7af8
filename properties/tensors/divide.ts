import fc from 'fast-check';
import { divideGradient, divide as reference } from '../../reference/tensors/divide.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { mild } from '../inputs/inputs.ts';
import { broadcastPairs, tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { shapeOfNest } from '../values/nest.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './divide.misconceptions.ts';
import { broadcastEdges, broadcastHardCases, unbroadcastable } from './shared/broadcast-cases.ts';
import { elementwiseLaws } from './shared/broadcast-laws.ts';
import { broadcast, writtenOut } from './shared/broadcasting.ts';

export type Divide = (a: Tensor, b: Tensor) => Tensor;

const divisor = mild.filter((x) => x !== 0);
const quotients = broadcastPairs(mild, divisor);

export const divide: Entry<Divide> = {
  id: 'divide',
  lecture: 3,
  title: 'Quotient of tensors',
  latex: String.raw`q_i = \frac{a_i}{b_i}`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { a: is.tensor(), b: is.tensor() },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/divide.ts'),
  // By differences, a quotient of exactly 0 seems to have no rounding, and one beside 0 is curved.
  gradient: { wrt: ['a', 'b'], reference: divideGradient, inputs: broadcastPairs(divisor, divisor) },

  inputs: quotients,
  // Whole and broken quotients, and divisors of both signs; a divisor of 0 is extreme.
  extreme: broadcastPairs(mild, fc.oneof(divisor, fc.constant(0))),

  edges: {
    ...broadcastEdges,
    'quotients that are not whole': [
      [7, -7, 1],
      [2, 2, 8],
    ],
  },
  extremeEdges: {
    'one divided by zero': [1, 0],
    'minus one divided by zero': [-1, 0],
    'zero divided by zero': [0, 0],
    'a zero among the divisors': [
      [1, 2],
      [0, 4],
    ],
  },
  illegal: unbroadcastable,
  hardCases: broadcastHardCases,

  worked: [
    { name: 'two numbers', origin: 'by hand: 3 / 2', args: [3, 2], expected: 1.5 },
    {
      name: 'a column by a row',
      origin: 'by hand: the quotients of each pair',
      args: [
        [[1], [-3]],
        [2, 4],
      ],
      expected: [
        [0.5, 0.25],
        [-1.5, -0.75],
      ],
    },
    { name: 'by zero', origin: 'IEEE 754', args: [[1, -1, 0], 0], expected: [Infinity, -Infinity, Number.NaN] },
  ],

  laws: [
    ...elementwiseLaws<Divide>(quotients),
    law('times the divisor it is the dividend again', quotients, async (divide, a, b) => {
      const back = broadcast(await divide(a, b), b, (q, bi) => q * bi);
      const shape = shapeOfNest(back);
      const allowed = broadcast(divide.allowed(a, b) as Tensor, b, (error, bi) => Math.abs(bi) * error);
      const own = mapNumbers(back, (x) => 2 ** -52 * Math.abs(x));
      expectClose(back, writtenOut(a, shape), allowed, own);
    }),
    law('divided by 1 it is a, and by -1 its negative', fc.tuple(tensors()), async (divide, a) => {
      expectClose(await divide(a, 1), a, divide.allowed(a, 1));
      expectClose(
        await divide(a, -1),
        mapNumbers(a, (x) => 0 - x),
        divide.allowed(a, -1),
      );
    }),
  ],

  misconceptions,

  rounding: (r, a, b) => broadcast(a, b, (ai, bi) => r.divide(ai, bi)),
};
