import fc from 'fast-check';
import { glorotNormal as reference } from '../../reference/generalization/glorot-normal.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { grid } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { mapTree, numbersOf } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './glorot-normal.misconceptions.ts';
import { type GlorotArguments, glorotArguments, kernelArguments } from './shared/glorot-inputs.ts';
import { fanLaws } from './shared/glorot-laws.ts';

export type GlorotNormal = (random: Matrix, fanIn: number, fanOut: number) => Matrix;

/** Values as from a standard normal distribution: sums of twelve uniform draws minus 6, multiples of 1/16, and 0. */
const draw: fc.Arbitrary<number> = fc.oneof(
  {
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 2 ** 16 }), { minLength: 12, maxLength: 12 })
      .map((parts) => parts.reduce((sum, part) => sum + part, 0) / 2 ** 16 - 6),
    weight: 6,
  },
  { arbitrary: grid, weight: 2 },
  { arbitrary: fc.constant(0), weight: 1 },
);
const inputs: fc.Arbitrary<GlorotArguments> = glorotArguments(draw);

export const glorotNormal: Entry<GlorotNormal> = {
  id: 'glorotNormal',
  lecture: 6,
  title: 'Normal Glorot initialization',
  latex: String.raw`w = z \sqrt{\frac{2}{n_{\text{in}} + n_{\text{out}}}}`,
  source: [
    'Glorot, Bengio (2010), Understanding the difficulty of training deep feedforward neural networks',
    'Lecture 6',
  ],
  parameters: { random: is.tensor('Matrix'), fanIn: is.integer(1), fanOut: is.integer(1) },
  result: is.tensor('Matrix'),

  reference,
  accelerated: () => import('../../accelerated/generalization/glorot-normal.ts'),

  inputs,
  extended: kernelArguments(draw),

  edges: {
    'fans of 1': [[[0.25]], 1, 1],
    'a draw of 0': [[[0, 1.5, -1.5]], 3, 2],
    'far out': [[[3.5, -4]], 2, 1],
    'only the fan out is large': [[[0.5, -1.25]], 1, 600],
    'only the fan in is large': [[[0.5, -1.25]], 600, 1],
    'a matrix of the fans': [
      [
        [0.1875, -0.75, 1.5],
        [-1.9375, 0, 0.3125],
      ],
      2,
      3,
    ],
  },
  illegal: {
    'not an ndarray': { args: [0.5, 1, 1], names: 'random' },
    empty: { args: [[[]], 1, 1], names: 'random' },
  },
  hardCases: {
    'a draw of 0': (random) => random.flat().includes(0),
    'a negative draw': (random) => random.flat().some((z) => z < 0),
    'a draw beyond two deviations': (random) => random.flat().some((z) => Math.abs(z) > 2),
    'fans that differ': (_random, fanIn, fanOut) => fanIn !== fanOut,
    'equal fans': (_random, fanIn, fanOut) => fanIn === fanOut,
    'fans not of the shape': (random, fanIn, fanOut) => random.length !== fanIn || random[0]?.length !== fanOut,
    'a large fan': (_random, fanIn, fanOut) => Math.max(fanIn, fanOut) > 50,
  },

  worked: [
    {
      name: 'a deviation of 1/2',
      origin: 'by hand: sqrt(2/(3 + 5))',
      args: [[[-1, 3, 0]], 3, 5],
      expected: [[-0.5, 1.5, 0]],
    },
    { name: 'fans of 1', origin: 'by hand: sqrt(2/2)', args: [[[2.5], [-0.25]], 1, 1], expected: [[2.5], [-0.25]] },
    {
      name: 'a deviation of 1/3',
      origin: 'by hand: sqrt(2/(4 + 14))',
      args: [[[3, -1.5]], 4, 14],
      expected: [[1, -0.5]],
    },
  ],

  laws: [
    law(
      'the mean square of the weights is that of the draws, times 2 over the sum of the fans',
      fc.tuple(inputs),
      async (glorot, [random, fanIn, fanOut]) => {
        const w = numbersOf(await glorot(random, fanIn, fanOut));
        const allowed = numbersOf(glorot.allowed(random, fanIn, fanOut));
        const squares = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x * x, 0);
        const expected = (2 / (fanIn + fanOut)) * squares(numbersOf(random));
        const error = w.reduce(
          (sum, x, k) => sum + (2 * Math.abs(x) + nth(allowed, k)) * nth(allowed, k),
          2 ** -46 * expected,
        );
        expectClose(squares(w), expected, error);
      },
    ),
    law(
      'weights are in proportion to their draws',
      fc.tuple(inputs, fc.constantFrom(-1, 0.5, 4)),
      async (glorot, [random, fanIn, fanOut], factor) => {
        const scaled = random.map((row) => row.map((z) => factor * z));
        const w = await glorot(random, fanIn, fanOut);
        const [own, its] = [glorot.allowed(scaled, fanIn, fanOut), glorot.allowed(random, fanIn, fanOut)];
        const grown = its.map((row) => row.map((error) => Math.abs(factor) * error));
        expectClose(
          await glorot(scaled, fanIn, fanOut),
          w.map((row) => row.map((x) => factor * x)),
          own,
          grown,
        );
      },
    ),
    ...fanLaws(inputs),
  ],

  misconceptions,

  rounding: (r, random, fanIn, fanOut) => {
    const deviation = r.sqrt(r.divide(r.exact(2), r.add(fanIn, fanOut)));
    return mapTree<Rounded, Rounded>(random, isRounded, (z) => r.multiply(z, deviation));
  },
};
