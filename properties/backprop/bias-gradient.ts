import fc from 'fast-check';
import { biasGradient as reference } from '../../reference/backprop/bias-gradient.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, mild, numbers, size, take } from '../inputs/inputs.ts';
import { variedMatrix } from '../inputs/varied.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { misconceptions } from './bias-gradient.misconceptions.ts';
import { reductionLaws } from './shared/reduction-laws.ts';

type Reduction = 'mean' | 'sum';
export type BiasGradient = (deltas: Matrix, reduction?: Reduction) => Vector;

const deltas: fc.Arbitrary<Matrix> = fc
  .tuple(size(4), size(4), numbers(mild, 16))
  .map(([B, n, drawn]) => take(drawn).matrix(B, n));
const reduction = fc.constantFrom<(Reduction | undefined)[]>(undefined, 'mean', 'sum');

export const biasGradient: Entry<BiasGradient> = {
  id: 'biasGradient',
  lecture: 2,
  title: 'Gradient by the biases of a layer',
  latex: String.raw`\frac{\partial L}{\partial b_i} = \frac{1}{B} \sum_{n=1}^{B} \delta_{ni}`,
  source: ['Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors', 'Lecture 2'],
  parameters: { deltas: is.matrix(), reduction: is.choice(['mean', 'sum'], { default: 'mean' }) },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/backprop/bias-gradient.ts'),

  inputs: fc.tuple(deltas, reduction).map(([d, r]) => given(d, r)),

  edges: {
    'nine samples of seven units': [variedMatrix(9, 7)],
    'one of everything': [[[1.5]]],
    'one sample': [[[1.5, -1, 3]]],
    'one unit': [[[1.5], [-1], [3]]],
    'one unit, summed': [[[1.5], [-1], [3]], 'sum'],
    'as many samples as units': [
      [
        [1.5, -1],
        [2, 0.25],
      ],
      'mean',
    ],
    'samples that cancel': [
      [
        [1, 2],
        [-1, -2],
      ],
    ],
    decimals: [
      [
        [0.1, -0.7],
        [0.3, 1.1],
      ],
    ],
  },
  illegal: {},
  hardCases: {
    'one sample': (d) => d.length === 1,
    'one unit': (d) => d[0]?.length === 1,
    'several samples, mean': (d, r) => d.length > 1 && r !== 'sum',
    'several samples, sum': (d, r) => d.length > 1 && r === 'sum',
    'reduction left out': (...args) => args.length === 1,
    'as many samples as units, above 1': (d) => d.length > 1 && d.length === d[0]?.length,
    'more samples than units': (d) => d.length > (d[0]?.length ?? 0),
    'more units than samples': (d) => d.length < (d[0]?.length ?? 0),
    'an error signal of 0': (d) => d.flat().includes(0),
  },

  worked: [
    {
      name: 'two samples',
      origin: 'by hand: (0.5 + 1.5) / 2 and (4 + 0) / 2',
      args: [
        [
          [0.5, 4],
          [1.5, 0],
        ],
      ],
      expected: [1, 2],
    },
    {
      name: 'three samples, summed',
      origin: 'by hand: 1 + 2 + 3 and 1 - 1 + 4',
      args: [
        [
          [1, 1],
          [2, -1],
          [3, 4],
        ],
        'sum',
      ],
      expected: [6, 4],
    },
  ],

  laws: [
    ...reductionLaws(fc.tuple(deltas)),
    law('of one sample it is the sample', fc.tuple(deltas), async (gradient, [sample]) => {
      expectClose(await gradient([sample as Vector]), sample as Vector, gradient.allowed([sample as Vector]));
    }),
    law('a unit does not depend on the others', fc.tuple(deltas), async (gradient, d) => {
      const together = await gradient(d);
      expectThat(together.length === nth(d, 0).length, `got ${together.length} entries for ${d[0]?.length} units`);
      for (const [i, expected] of together.entries()) {
        const alone = d.map((row) => [nth(row, i)]);
        expectClose(await gradient(alone), [expected], gradient.allowed(alone), gradient.allowed(alone));
      }
    }),
  ],

  misconceptions,

  rounding: (r, d, reduction) =>
    nth(d, 0).map((_, i) => {
      const terms = d.map((row) => nth(row, i));
      return reduction === 'mean' ? r.mean(terms) : r.sum(terms);
    }),
};
