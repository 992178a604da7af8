import fc from 'fast-check';
import { randomNormal as reference } from '../../reference/tensors/random-normal.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given } from '../inputs/inputs.ts';
import { shapes } from '../inputs/tensors.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf, nested } from '../values/nest.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Tensor, Vector } from '../values/value.ts';
import { misconceptions } from './random-normal.misconceptions.ts';
import { kolmogorovSmirnov, standardNormal } from './shared/kolmogorov-smirnov.ts';
import { roundedNormals } from './shared/rounded-normals.ts';

const parameters = {
  shape: is.list(is.integer(1, { mostTried: 4 }), { mayBeEmpty: true }),
  seed: is.integer(0, { most: 2 ** 32 - 1 }),
  options: is.options({
    mean: is.number({ default: 0, drawn: [-2, 0, 1.5] }),
    deviation: is.number({ least: 0, default: 1, drawn: [0, 0.25, 1, 3] }),
  }),
};

/** By mpmath at 50 digits. */
const FIRST_OF_SEED_0 = 0.08173211269919986;

type Options = OptionsOf<typeof parameters.options>;

export type RandomNormal = (shape: Vector, seed: number, options?: Options) => Tensor;

const seeds = fc.oneof(fc.constantFrom(0, 1, 2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const inputs: fc.Arbitrary<[Vector, number, Options?]> = fc
  .tuple(shapes(), seeds, drawnOptions(parameters.options))
  .map(([shape, seed, options]) => given(shape, seed, options) as [Vector, number, Options?]);

export const randomNormal: Entry<RandomNormal> = {
  id: 'randomNormal',
  lecture: 3,
  title: 'Normal draws',
  latex: String.raw`y_i = m + \sigma \sqrt{-2 \ln u_{2i}} \cos(2 \pi u_{2i+1})`,
  source: ['Box, Muller (1958), A Note on the Generation of Random Normal Deviates', 'Lecture 3'],
  parameters,
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/random-normal.ts'),

  inputs,

  edges: {
    'one number': [[], 1],
    'a vector': [[3], 7],
    'a matrix with other moments': [[2, 2], 5, { mean: -1, deviation: 0.25 }],
    'deviation 0': [[2], 5, { mean: 2, deviation: 0 }],
    'seed 0': [[2], 0],
    'the last seed': [[2], 2 ** 32 - 1],
    'the farthest number of all': [[], 2 ** 32 - 0x9e3779b9],
    'rank 5': [[1, 2, 1, 1, 2], 3],
  },
  illegal: {
    'a length of 0': { args: [[0], 1], names: 'shape[0]' },
    'too large': { args: [[2 ** 20, 2 ** 20], 1], names: 'shape' },
  },
  hardCases: {
    'one number': (shape) => shape.length === 0,
    'rank 3 and more': (shape) => shape.length >= 3,
    'a mean below 0': (_shape, _seed, options) => (options?.mean ?? 0) < 0,
    'deviation above 1': (_shape, _seed, options) => (options?.deviation ?? 1) > 1,
    'deviation 0': (_shape, _seed, options) => options?.deviation === 0,
    'seed 0': (_shape, seed) => seed === 0,
  },

  worked: [
    {
      name: 'the mean alone',
      origin: 'by hand: nothing deviates',
      args: [[2, 1], 3, { mean: 1.5, deviation: 0 }],
      expected: [[1.5], [1.5]],
    },
    {
      name: 'a deviation of 3',
      origin: 'mpmath at 50 digits: of u = 0x92ca2f0e and 0x3cd6e3f3 over 2^32, three times the first normal of seed 0',
      args: [[1], 0, { deviation: 3 }],
      expected: [3 * FIRST_OF_SEED_0],
    },
  ],

  laws: [
    law('an offset of the mean moves all of them', fc.tuple(shapes(), seeds), async (randomNormal, shape, seed) => {
      const [y, moved] = [await randomNormal(shape, seed), await randomNormal(shape, seed, { mean: 2 })];
      const allowed = randomNormal.allowed(shape, seed);
      expectClose(
        moved,
        mapNumbers(y, (x) => x + 2),
        allowed,
        randomNormal.allowed(shape, seed, { mean: 2 }),
        2 ** -49,
      );
    }),
    law(
      'twice the deviation is twice as far from the mean',
      fc.tuple(shapes(), seeds),
      async (randomNormal, shape, seed) => {
        const [y, wide] = [await randomNormal(shape, seed), await randomNormal(shape, seed, { deviation: 2 })];
        const twice = mapNumbers(randomNormal.allowed(shape, seed), (error) => 2 * error);
        expectClose(
          wide,
          mapNumbers(y, (x) => 2 * x),
          twice,
          randomNormal.allowed(shape, seed, { deviation: 2 }),
        );
      },
    ),
    law('the numbers are normal, by Kolmogorov and Smirnov', fc.tuple(seeds), async (randomNormal, seed) => {
      kolmogorovSmirnov(itemsOf(await randomNormal([400], seed, { mean: 1, deviation: 2 })), (x) =>
        standardNormal((x - 1) / 2),
      );
    }),
    law('mean and variance are those asked for', fc.tuple(seeds), async (randomNormal, seed) => {
      const z = itemsOf(await randomNormal([400], seed));
      const mean = z.reduce((sum, x) => sum + x, 0) / 400;
      const square = z.reduce((sum, x) => sum + x * x, 0) / 400;
      // Beyond 7 of their deviations, 1 / 20 and sqrt(2) / 20, once in 1e9 draws and less.
      expectThat(Math.abs(mean) < 7 / 20, `the mean is ${mean}`);
      expectThat(Math.abs(square - 1) < (8 * Math.SQRT2) / 20, `the mean square is ${square}`);
    }),
  ],

  misconceptions,

  rounding: (r, shape, seed, { mean, deviation }) => {
    const lengths = shape.map(({ value }) => value);
    const size = lengths.reduce((product, length) => product * length, 1);
    const normals = roundedNormals(r, seed.value, size).map((z) => r.add(mean, r.multiply(deviation, z)));
    return nested(lengths, normals);
  },
};
