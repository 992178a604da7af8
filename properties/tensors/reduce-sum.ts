import fc from 'fast-check';
import { reduceSumGradient, reduceSum as reference } from '../../reference/tensors/reduce-sum.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { mapNumbers } from '../values/tree.ts';
import { misconceptions } from './reduce-sum.misconceptions.ts';
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

export const reduceSum: Entry<Reduction> = {
  id: 'reduceSum',
  lecture: 3,
  title: 'Sum along axes',
  latex: String.raw`s = \sum_{i \in A} x_i`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters,
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/reduce-sum.ts'),
  gradient: { wrt: ['x'], reference: reduceSumGradient },

  inputs: reductions(),

  edges: reductionEdges,
  illegal: reductionIllegal,
  hardCases: reductionHardCases,

  worked: [
    {
      name: 'by columns',
      origin: 'by hand: 1 + 3, 2 + 6',
      args: [
        [
          [1, 2],
          [3, 6],
        ],
        { axes: [0] },
      ],
      expected: [4, 8],
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
      expected: [[3], [9]],
    },
  ],

  laws: [
    ...reductionLaws(reductions()),
    oneAxisAfterTheOther(reductions()),
    law('twice the tensor has twice the sum', fc.tuple(tensors()), async (reduceSum, x) => {
      const twice = mapNumbers(x, (xi) => 2 * xi);
      const allowed = mapNumbers(reduceSum.allowed(x), (error) => 2 * error);
      expectClose(
        await reduceSum(twice),
        mapNumbers(await reduceSum(x), (s) => 2 * s),
        reduceSum.allowed(twice),
        allowed,
      );
    }),
  ],

  misconceptions,

  rounding: (r, x, options) =>
    reduceNest(
      x,
      axesOf(options, ({ value }) => value),
      options.keepDims,
      (items) => r.sum(items),
    ),
};
