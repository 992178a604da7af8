import fc from 'fast-check';
import { addGradient, add as reference } from '../../reference/tensors/add.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { broadcastPairs, tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './add.misconceptions.ts';
import { broadcastEdges, broadcastHardCases, unbroadcastable } from './shared/broadcast-cases.ts';
import { elementwiseLaws } from './shared/broadcast-laws.ts';
import { broadcast } from './shared/broadcasting.ts';

export type Add = (a: Tensor, b: Tensor) => Tensor;

export const add: Entry<Add> = {
  id: 'add',
  lecture: 3,
  title: 'Sum of tensors',
  latex: String.raw`s_i = a_i + b_i`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { a: is.tensor(), b: is.tensor() },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/add.ts'),
  gradient: { wrt: ['a', 'b'], reference: addGradient },

  inputs: broadcastPairs(),

  edges: broadcastEdges,
  illegal: unbroadcastable,
  hardCases: broadcastHardCases,

  worked: [
    { name: 'two numbers', origin: 'by hand: 2 + 3', args: [2, 3], expected: 5 },
    {
      name: 'a bias for each column',
      origin: 'by hand: 1 + 10, 2 + 20, 3 + 10, 4 + 20',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [10, 20],
      ],
      expected: [
        [11, 22],
        [13, 24],
      ],
    },
  ],

  laws: [
    ...elementwiseLaws<Add>(broadcastPairs()),
    law('a + b = b + a', broadcastPairs(), async (add, a, b) => {
      expectClose(await add(a, b), await add(b, a), add.allowed(a, b), add.allowed(b, a));
    }),
    law('a + 0 = a', fc.tuple(tensors()), async (add, a) => {
      expectClose(await add(a, 0), a, add.allowed(a, 0));
    }),
  ],

  misconceptions,

  rounding: (r, a, b) => broadcast(a, b, (ai, bi) => r.add(ai, bi)),
};
