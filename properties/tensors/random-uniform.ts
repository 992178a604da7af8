import fc from 'fast-check';
import { randomUniform as reference } from '../../reference/tensors/random-uniform.ts';
import { randomUnits } from '../../reference/tensors/shared/random-bits.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given } from '../inputs/inputs.ts';
import { shapes } from '../inputs/tensors.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf, nested } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor, Vector } from '../values/value.ts';
import { misconceptions } from './random-uniform.misconceptions.ts';
import { kolmogorovSmirnov } from './shared/kolmogorov-smirnov.ts';

const parameters = {
  shape: is.list(is.integer(1, { mostTried: 4 }), { mayBeEmpty: true }),
  seed: is.integer(0, { most: 2 ** 32 - 1 }),
  options: is.options({
    low: is.number({ default: 0, drawn: [-2, -0.5, 0, 0.25] }),
    high: is.number({ default: 1, drawn: [0.5, 1, 3] }),
  }),
};

type Options = OptionsOf<typeof parameters.options>;

export type RandomUniform = (shape: Vector, seed: number, options?: Options) => Tensor;

const seeds = fc.oneof(fc.constantFrom(0, 1, 2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const inputs: fc.Arbitrary<[Vector, number, Options?]> = fc
  .tuple(shapes(), seeds, drawnOptions(parameters.options))
  .filter(([, , options]) => (options?.low ?? 0) < (options?.high ?? 1))
  .map(([shape, seed, options]) => given(shape, seed, options) as [Vector, number, Options?]);

export const randomUniform: Entry<RandomUniform> = {
  id: 'randomUniform',
  lecture: 3,
  title: 'Uniform draws',
  latex: String.raw`y_i = l + (h - l) u_i`,
  source: ['Knuth (1997), The Art of Computer Programming, volume 2, section 3.2', 'Lecture 3'],
  parameters,
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/random-uniform.ts'),

  inputs,

  edges: {
    'one number': [[], 1],
    'a vector': [[3], 7],
    'a matrix between two numbers': [[2, 2], 5, { low: -1, high: 1 }],
    'seed 0': [[2], 0],
    'the last seed': [[2], 2 ** 32 - 1],
    'rank 5': [[1, 2, 1, 1, 2], 3],
  },
  illegal: {
    'low above high': { args: [[1], 1, { low: 2 }], names: 'options.high' },
    'low at high': { args: [[1], 1, { low: 3, high: 3 }], names: 'options.high' },
    'low at the default of high': { args: [[1], 1, { low: 1 }], names: 'options.high' },
    'further from low than the largest number': {
      args: [[1], 1, { low: -1.5e308, high: 1.5e308 }],
      names: 'options.high',
    },
    'a length of 0': { args: [[0], 1], names: 'shape[0]' },
  },
  hardCases: {
    'one number': (shape) => shape.length === 0,
    'rank 3 and more': (shape) => shape.length >= 3,
    'low below 0': (_shape, _seed, options) => (options?.low ?? 0) < 0,
    'high above 1': (_shape, _seed, options) => (options?.high ?? 1) > 1,
    'seed 0': (_shape, seed) => seed === 0,
  },

  worked: [
    {
      name: 'the first of seed 0',
      origin: 'by hand: the finalizer of MurmurHash3 at 0x9e3779b9 is 0x92ca2f0e',
      args: [[], 0],
      expected: (0x92ca2f0e + 0.5) / 2 ** 32,
    },
    {
      name: 'the least number of all',
      origin: 'by hand: seed and increment add up to 2^32, and the finalizer leaves 0 as it is',
      args: [[], 2 ** 32 - 0x9e3779b9],
      expected: 0.5 / 2 ** 32,
    },
    {
      name: 'between 2 and 4',
      origin: 'by hand: twice the same number, and 2',
      args: [[1], 0, { low: 2, high: 4 }],
      expected: [2 + (2 * (0x92ca2f0e + 0.5)) / 2 ** 32],
    },
  ],

  laws: [
    law('all lie between low and high', inputs.map(one), async (randomUniform, [shape, seed, options]) => {
      const { low, high } = completeOptions(parameters.options, options);
      const got = itemsOf(await randomUniform(...given(shape, seed, options)));
      const slack = 2 ** -22 * (Math.abs(low) + Math.abs(high));
      expectThat(
        got.every((y) => y >= low - slack && y <= high + slack),
        `among ${got.join(', ')} one lies outside of ${low}..${high}`,
      );
    }),
    law(
      'a longer draw begins with the shorter one',
      fc.tuple(seeds, fc.integer({ min: 1, max: 9 })),
      async (randomUniform, seed, n) => {
        const [short, long] = [await randomUniform([n], seed), await randomUniform([n + 3], seed)];
        expectClose(
          (long as Vector).slice(0, n),
          short,
          randomUniform.allowed([n], seed),
          randomUniform.allowed([n], seed),
        );
      },
    ),
    law('the numbers are uniform, by Kolmogorov and Smirnov', fc.tuple(seeds), async (randomUniform, seed) => {
      kolmogorovSmirnov(itemsOf(await randomUniform([400], seed)), (x) => Math.min(1, Math.max(0, x)));
    }),
    law('neighbours are not correlated', fc.tuple(seeds), async (randomUniform, seed) => {
      const y = itemsOf(await randomUniform([401], seed)).map((u) => (u - 0.5) * Math.sqrt(12));
      const correlation = y.slice(1).reduce((sum, u, i) => sum + u * nth(y, i), 0) / 400;
      // A mean of 400 products of variance 1 is beyond 6.5 of its deviations once in 1e10 draws, about.
      expectThat(Math.abs(correlation) < 6.5 / 20, `the correlation is ${correlation}`);
    }),
  ],

  misconceptions,

  rounding: (r, shape, seed, { low, high }) => {
    const lengths = shape.map(({ value }) => value);
    const u = randomUnits(
      seed.value,
      lengths.reduce((product, length) => product * length, 1),
    );
    return nested(
      lengths,
      u.map((ui) => r.add(low, r.multiply(r.subtract(high, low), r.input(ui)))),
    );
  },
};

function one<T>(input: T): [T] {
  return [input];
}
