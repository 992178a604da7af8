import fc from 'fast-check';
import { glorotUniform as reference } from '../../reference/generalization/glorot-uniform.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { mapTree } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './glorot-uniform.misconceptions.ts';
import { type GlorotArguments, glorotArguments, kernelArguments } from './shared/glorot-inputs.ts';
import { fanLaws } from './shared/glorot-laws.ts';

export type GlorotUniform = (random: Matrix, fanIn: number, fanOut: number) => Matrix;

/** Multiples of 2^-24 from 0 to below 1, the ends and the middle often. */
const draw: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 2 ** 24 - 1 }).map((k) => k / 2 ** 24), weight: 5 },
  { arbitrary: fc.integer({ min: 0, max: 15 }).map((k) => k / 16), weight: 2 },
  { arbitrary: fc.constantFrom(0, 0.5, 1 - 2 ** -24), weight: 1 },
);
const inputs: fc.Arbitrary<GlorotArguments> = glorotArguments(draw);

export const glorotUniform: Entry<GlorotUniform> = {
  id: 'glorotUniform',
  lecture: 6,
  title: 'Uniform Glorot initialization',
  latex: String.raw`w = (2u - 1) \sqrt{\frac{6}{n_{\text{in}} + n_{\text{out}}}}`,
  source: [
    'Glorot, Bengio (2010), Understanding the difficulty of training deep feedforward neural networks',
    'Lecture 6',
  ],
  parameters: {
    random: is.tensor('Matrix', { element: { least: 0, below: 1 } }),
    fanIn: is.integer(1),
    fanOut: is.integer(1),
  },
  result: is.tensor('Matrix'),

  reference,
  accelerated: () => import('../../accelerated/generalization/glorot-uniform.ts'),

  inputs,
  extended: kernelArguments(draw),

  edges: {
    'fans of 1': [[[0.25]], 1, 1],
    'both ends and the middle': [[[0, 0.5, 1 - 2 ** -24]], 3, 2],
    'only the fan out is large': [[[0.125, 0.875]], 1, 600],
    'only the fan in is large': [[[0.125, 0.875]], 600, 1],
    'a matrix of the fans': [
      [
        [0.1875, 0.75, 0.5],
        [0.9375, 0, 0.3125],
      ],
      2,
      3,
    ],
    'a decimal': [[[0.7]], 3, 2],
  },
  illegal: {
    'not an ndarray': { args: [0.5, 1, 1], names: 'random' },
    empty: { args: [[[]], 1, 1], names: 'random' },
    'a draw that is not a number': { args: [[[Number.NaN]], 1, 1], names: 'random' },
  },
  hardCases: {
    'a draw of 0': (random) => random.flat().includes(0),
    'a draw in the middle': (random) => random.flat().includes(0.5),
    'a draw below the middle': (random) => random.flat().some((u) => u < 0.5),
    'fans that differ': (_random, fanIn, fanOut) => fanIn !== fanOut,
    'equal fans': (_random, fanIn, fanOut) => fanIn === fanOut,
    'fans not of the shape': (random, fanIn, fanOut) => random.length !== fanIn || random[0]?.length !== fanOut,
    'a limit above 1': (_random, fanIn, fanOut) => fanIn + fanOut < 6,
    'a limit below 1': (_random, fanIn, fanOut) => fanIn + fanOut > 6,
    'a large fan': (_random, fanIn, fanOut) => Math.max(fanIn, fanOut) > 50,
  },

  worked: [
    {
      name: 'a limit of 1',
      origin: 'by hand: 6/(2 + 4) = 1',
      args: [[[0, 0.5, 0.75]], 2, 4],
      expected: [[-1, 0, 0.5]],
    },
    {
      name: 'a limit of 1/2',
      origin: 'by hand: sqrt(6/24) = 1/2; 2 · 0.25 - 1 = -1/2',
      args: [[[0.25], [0.625]], 9, 15],
      expected: [[-0.25], [0.125]],
    },
    {
      name: 'fans of 1',
      origin: 'by hand: sqrt(6/2)',
      args: [[[0]], 1, 1],
      expected: [[-Math.sqrt(3)]],
    },
  ],

  laws: [
    law(
      'no weight is beyond the limit, whose square is 6 over the sum of the fans',
      fc.tuple(inputs),
      async (glorot, [random, fanIn, fanOut]) => {
        const w = await glorot(random, fanIn, fanOut);
        const limit = Math.sqrt(6 / (fanIn + fanOut)) * (1 + 2 ** -20);
        expectThat(
          w.flat().every((x) => Math.abs(x) <= limit),
          `got ${JSON.stringify(w)}, limit ${limit}`,
        );
      },
    ),
    law(
      'evenly spread draws have a variance of 2 over the sum of the fans',
      fc.tuple(inputs),
      async (glorot, [, fanIn, fanOut]) => {
        const N = 32;
        const random = [Array.from({ length: N }, (_, k) => (2 * k + 1) / (2 * N))];
        const w = (await glorot(random, fanIn, fanOut)).flat();
        const allowed = glorot.allowed(random, fanIn, fanOut).flat();
        // The middles of N equal parts of -1..1 have a mean square of (1 - 1/N^2)/3.
        const expected = (2 / (fanIn + fanOut)) * (1 - 1 / N ** 2);
        const error = w.reduce((sum, x, k) => sum + (2 * Math.abs(x) * nth(allowed, k)) / N, 2 ** -46 * expected);
        expectClose(
          w.reduce((sum, x) => sum + (x * x) / N, 0),
          expected,
          error,
        );
      },
    ),
    law('draws u and 1 - u give opposite weights', fc.tuple(inputs), async (glorot, [random, fanIn, fanOut]) => {
      const positive = random.map((row) => row.map((u) => u || 0.25));
      const others = positive.map((row) => row.map((u) => 1 - u));
      const w = await glorot(positive, fanIn, fanOut);
      const [own, its] = [glorot.allowed(positive, fanIn, fanOut), glorot.allowed(others, fanIn, fanOut)];
      expectClose(
        await glorot(others, fanIn, fanOut),
        w.map((row) => row.map((x) => -x)),
        own,
        its,
      );
    }),
    ...fanLaws(inputs),
  ],

  misconceptions,

  errata: [
    {
      where: 'lecture 6, Glorot uniform',
      printed: 'the limit is 6/(n_in + n_out)',
      holds: 'the limit is its square root',
      variant: {
        implementation: (random, fanIn, fanOut) =>
          random.map((row) => row.map((u) => (2 * u - 1) * (6 / (fanIn + fanOut)))),
        fails: [[[0.75]], 9, 15],
      },
    },
  ],

  rounding: (r, random, fanIn, fanOut) => {
    const limit = r.sqrt(r.divide(r.exact(6), r.add(fanIn, fanOut)));
    return mapTree<Rounded, Rounded>(random, isRounded, (u) =>
      r.multiply(r.subtract(r.multiply(r.exact(2), u), r.exact(1)), limit),
    );
  },
};
