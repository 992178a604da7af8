import fc from 'fast-check';
import { subtract as reference, subtractGradient } from '../../reference/tensors/subtract.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { broadcastPairs, tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import { broadcastEdges, broadcastHardCases, unbroadcastable } from './shared/broadcast-cases.ts';
import { elementwiseLaws } from './shared/broadcast-laws.ts';
import { broadcast } from './shared/broadcasting.ts';
import { misconceptions } from './subtract.misconceptions.ts';

export type Subtract = (a: Tensor, b: Tensor) => Tensor;

export const subtract: Entry<Subtract> = {
  id: 'subtract',
  lecture: 3,
  title: 'Difference of tensors',
  latex: String.raw`d_i = a_i - b_i`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { a: is.tensor(), b: is.tensor() },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/subtract.ts'),
  gradient: { wrt: ['a', 'b'], reference: subtractGradient },

  inputs: broadcastPairs(),

  edges: broadcastEdges,
  illegal: unbroadcastable,
  hardCases: broadcastHardCases,

  worked: [
    { name: 'two numbers', origin: 'by hand: 2 - 3', args: [2, 3], expected: -1 },
    {
      name: 'a column less a row',
      origin: 'by hand: 1 - 3, 1 - 5, 2 - 3, 2 - 5',
      args: [
        [[1], [2]],
        [3, 5],
      ],
      expected: [
        [-2, -4],
        [-1, -3],
      ],
    },
  ],

  laws: [
    ...elementwiseLaws<Subtract>(broadcastPairs()),
    law('b - a is the negative of a - b', broadcastPairs(), async (subtract, a, b) => {
      const turned = mapNumbers(await subtract(b, a), (x) => 0 - x);
      expectClose(await subtract(a, b), turned, subtract.allowed(a, b), subtract.allowed(b, a));
    }),
    law('a - a = 0', fc.tuple(tensors()), async (subtract, a) => {
      expectClose(
        await subtract(a, a),
        mapNumbers(a, () => 0),
        subtract.allowed(a, a),
      );
    }),
    law('a - 0 = a', fc.tuple(tensors()), async (subtract, a) => {
      expectClose(await subtract(a, 0), a, subtract.allowed(a, 0));
    }),
  ],

  misconceptions,

  rounding: (r, a, b) => broadcast(a, b, (ai, bi) => r.subtract(ai, bi)),
};
