import fc from 'fast-check';
import { reduceMeanGradient, reduceMean as reference } from '../../reference/tensors/reduce-mean.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid } from '../inputs/inputs.ts';
import { tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf } from '../values/nest.ts';
import { mapNumbers } from '../values/tree.ts';
import { misconceptions } from './reduce-mean.misconceptions.ts';
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

export const reduceMean: Entry<Reduction> = {
  id: 'reduceMean',
  lecture: 3,
  title: 'Mean along axes',
  latex: String.raw`m = \frac{1}{n} \sum_{i \in A} x_i`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters,
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/reduce-mean.ts'),
  gradient: { wrt: ['x'], reference: reduceMeanGradient },

  inputs: reductions(),

  edges: reductionEdges,
  illegal: reductionIllegal,
  hardCases: reductionHardCases,

  worked: [
    {
      name: 'by columns',
      origin: 'by hand: (1 + 3) / 2, (2 + 6) / 2',
      args: [
        [
          [1, 2],
          [3, 6],
        ],
        { axes: [0] },
      ],
      expected: [2, 4],
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
      expected: [[1.5], [4.5]],
    },
  ],

  laws: [
    ...reductionLaws(reductions()),
    oneAxisAfterTheOther(reductions()),
    law('of equal elements it is that element', fc.tuple(tensors(), grid), async (reduceMean, x, c) => {
      const equal = mapNumbers(x, () => c);
      expectClose(await reduceMean(equal), c, reduceMean.allowed(equal));
    }),
    law('it lies between the least and the largest element', fc.tuple(tensors()), async (reduceMean, x) => {
      const items = itemsOf(x);
      const [m, allowed] = [(await reduceMean(x)) as number, reduceMean.allowed(x) as number];
      expectThat(m >= Math.min(...items) - allowed && m <= Math.max(...items) + allowed, `the mean is ${m}`);
    }),
  ],

  misconceptions,

  rounding: (r, x, options) =>
    reduceNest(
      x,
      axesOf(options, ({ value }) => value),
      options.keepDims,
      (items) => r.mean(items),
    ),
};
