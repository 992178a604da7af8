import fc from 'fast-check';
import { reduceProdGradient, reduceProd as reference } from '../../reference/tensors/reduce-prod.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, logUniform } from '../inputs/inputs.ts';
import { tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './reduce-prod.misconceptions.ts';
import { reduceNest } from './shared/reducing.ts';
import {
  axesOf,
  parameters,
  type Reduction,
  reductionEdges,
  reductionHardCases,
  reductionIllegal,
  reductions,
} from './shared/reduction.ts';
import { oneAxisAfterTheOther, reductionLaws } from './shared/reduction-laws.ts';

/** Factors around 1, and zeros, so that a product of 36 of them neither overflows nor vanishes. */
const factor = fc.oneof(
  { arbitrary: logUniform.map((x) => Math.sign(x) * Math.fround(0.5 + (Math.abs(x) % 1.5))), weight: 9 },
  { arbitrary: grid.filter((x) => Math.abs(x) <= 2), weight: 2 },
);

export const reduceProd: Entry<Reduction> = {
  id: 'reduceProd',
  lecture: 3,
  title: 'Product along axes',
  latex: String.raw`p = \prod_{i \in A} x_i`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters,
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/reduce-prod.ts'),
  gradient: { wrt: ['x'], reference: reduceProdGradient },

  inputs: reductions(factor),

  edges: reductionEdges,
  illegal: reductionIllegal,
  hardCases: reductionHardCases,

  worked: [
    {
      name: 'by columns',
      origin: 'by hand: 1 * 3, 2 * 6',
      args: [
        [
          [1, 2],
          [3, 6],
        ],
        { axes: [0] },
      ],
      expected: [3, 12],
    },
    {
      name: 'by rows, kept',
      origin: 'by hand: each row by itself',
      args: [
        [
          [1, 2],
          [3, 6],
        ],
        { axes: [1], keepDims: true },
      ],
      expected: [[2], [18]],
    },
  ],

  laws: [
    ...reductionLaws(reductions(factor)),
    oneAxisAfterTheOther(reductions(factor)),
    law('one factor of 0 makes it 0', fc.tuple(tensors(0, 5, factor)), async (reduceProd, x) => {
      expectClose(await reduceProd([x, mapNumbers(x, () => 0)] as Tensor), 0, 0);
    }),
    law(
      'a further factor of -1 turns its sign',
      fc.tuple(fc.array(factor, { minLength: 1, maxLength: 8 })),
      async (reduceProd, x) => {
        const turned = mapNumbers(await reduceProd([...x, -1]), (p) => 0 - p);
        expectClose(await reduceProd(x), turned, reduceProd.allowed(x), reduceProd.allowed([...x, -1]));
      },
    ),
  ],

  misconceptions,

  rounding: (r, x, options) =>
    reduceNest(
      x,
      axesOf(options, ({ value }) => value),
      options.keepDims,
      (items) => items.reduce((product, item) => r.multiply(product, item), r.exact(1)),
    ),
};
