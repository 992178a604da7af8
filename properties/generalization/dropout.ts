import fc from 'fast-check';
import { dropoutGradient, dropout as reference } from '../../reference/generalization/dropout.ts';
import { randomUnits } from '../../reference/tensors/shared/random-bits.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, numbers, size, take } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './dropout.misconceptions.ts';

const parameters = {
  x: is.matrix(),
  random: is.tensor('Matrix'),
  options: is.options({
    rate: is.probability({ default: 0.5, drawn: [0, 0.1, 0.25, 0.5, 0.75, 0.9] }),
    training: is.boolean({ default: true }),
  }),
};

export type Options = OptionsOf<typeof parameters.options>;
export type Dropout = (x: Matrix, random: Matrix, options?: Options) => Matrix;
type Arguments = Parameters<Dropout>;

/** Multiples of 2^-24 from 0 to below 1; eighths among them, which some rates are. */
const draw: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 2 ** 24 - 1 }).map((k) => k / 2 ** 24), weight: 3 },
  { arbitrary: fc.integer({ min: 0, max: 7 }).map((k) => k / 8), weight: 2 },
);
const layers: fc.Arbitrary<[x: Matrix, random: Matrix]> = fc
  .tuple(size(4), size(4), numbers(), fc.array(draw, { minLength: 16, maxLength: 16 }))
  .map(([N, m, drawn, draws]) => [take(drawn).matrix(N, m), take(draws).matrix(N, m)]);
const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(layers, drawnOptions(parameters.options))
  .map(([[x, random], options]) => given(x, random, options));
const seed = fc.oneof(fc.constantFrom(0, 1, 2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const seeded = fc
  .tuple(layers, seed, drawnOptions(parameters.options))
  .map(([[x], random, options]) => given(x, random as unknown as Matrix, options));
const rates = fc.constantFrom(0, 0.25, 0.5, 0.75);

/** How much of the layer the options keep at a draw: 1 or 0. */
function isKept(r: number, options: Options | undefined): boolean {
  const { rate, training } = completeOptions(parameters.options, options);
  return !training || r >= rate;
}

export const dropout: Entry<Dropout> = {
  id: 'dropout',
  lecture: 6,
  title: 'Inverted dropout',
  latex: String.raw`y_{ni} = \frac{x_{ni}}{1 - p} \, [r_{ni} \ge p]`,
  source: ['Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov (2014), Dropout, section 10', 'Lecture 6'],
  parameters,
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/generalization/dropout.ts'),
  gradient: { wrt: ['x'], reference: dropoutGradient },

  inputs,
  extreme: fc
    .tuple(layers, fc.constantFrom<Options>({ rate: 1 }, { rate: 1, training: true }, { rate: 1, training: false }))
    .map(([[x, random], options]): Arguments => [x, random, options]),
  extended: seeded,

  edges: {
    'one element': [[[-2.5]], [[0.75]]],
    'random at the rate': [[[1, 2, 3]], [[0.5, 0.25, 0.75]], { rate: 0.5 }],
    'rate 0': [[[1, -2]], [[0, 0.5]], { rate: 0 }],
    'all dropped': [
      [
        [1, -2],
        [3, 0.5],
      ],
      [
        [0, 0.25],
        [0.5, 0.125],
      ],
      { rate: 0.75 },
    ],
    'at inference': [[[1, -2, 3]], [[0, 0.5, 0.75]], { rate: 0.75, training: false }],
    'a column': [
      [[1], [2], [-3]],
      [[0.75], [0.25], [0.5]],
    ],
  },
  extremeEdges: {
    'rate 1': [[[1, -2, 0]], [[0, 0.5, 0.999]], { rate: 1 }],
    'rate 1 at inference': [[[1, -2]], [[0, 0.5]], { rate: 1, training: false }],
  },
  illegal: {
    'random of another shape': { args: [[[1, 2]], [[0.5], [0.5]]], names: 'random' },
    'random of fewer columns': { args: [[[1, 2]], [[0.75]]], names: 'random' },
    'random of more rows': {
      args: [
        [[1, 2]],
        [
          [0.5, 0.75],
          [0.25, 0.5],
        ],
      ],
      names: 'random',
    },
    'random of 1': { args: [[[1, 2]], [[0.5, 1]]], names: 'random' },
    'random below 0': { args: [[[1, 2]], [[-0.5, 0.5]]], names: 'random' },
    'a seed that is not whole': { args: [[[1, 2]], 0.5], names: 'random' },
  },
  hardCases: {
    'one element': (x) => x.flat().length === 1,
    'some dropped, some kept': (_x, random, options) =>
      new Set(random.flat().map((r) => isKept(r, options))).size === 2,
    'all dropped': (_x, random, options) => random.flat().every((r) => !isKept(r, options)),
    'a draw at the rate': (_x, random, options) =>
      (options?.training ?? true) && random.flat().includes(options?.rate ?? 0.5),
    'a draw of 0': (_x, random) => random.flat().includes(0),
    'rate 0': (_x, _random, options) => options?.rate === 0,
    'a rate above a half in training': (_x, _random, options) =>
      (options?.rate ?? 0.5) > 0.5 && (options?.training ?? true),
    'at inference': (_x, _random, options) => options?.training === false,
    'a zero': (x) => x.flat().includes(0),
  },

  worked: [
    {
      name: 'a quarter is dropped',
      origin: 'by hand: 3/0.75, 6/0.75 and 0',
      args: [[[3, 6, 9]], [[0.5, 0.25, 0.125]], { rate: 0.25 }],
      expected: [[4, 8, 0]],
    },
    {
      name: 'the default drops a half',
      origin: 'by hand: twice what stays',
      args: [
        [
          [1, -2],
          [3, 4],
        ],
        [
          [0.25, 0.5],
          [0.75, 0],
        ],
      ],
      expected: [
        [0, -4],
        [6, 0],
      ],
    },
    {
      name: 'at inference',
      origin: 'by hand: nothing happens',
      args: [[[1, -2]], [[0, 0.75]], { rate: 0.75, training: false }],
      expected: [[1, -2]],
    },
  ],

  laws: [
    law(
      'over draws that are spread evenly, the mean is the input',
      fc.tuple(layers, rates),
      async (dropout, [x], rate) => {
        const N = 8;
        let [sum, errors] = [x.map((row) => row.map(() => 0)), x.map((row) => row.map(() => 0))];
        for (let k = 0; k < N; k++) {
          const random = x.map((row) => row.map(() => (k + 0.5) / N));
          const y = await dropout(x, random, { rate });
          const allowed = dropout.allowed(x, random, { rate });
          const sizes = zipped(errors, allowed, (a, b) => a + b / N);
          errors = zipped(sizes, y, (a, b) => a + (2 ** -50 * Math.abs(b)) / N);
          sum = zipped(sum, y, (a, b) => a + b / N);
        }
        expectClose(sum, x, errors);
      },
    ),
    law('at inference it is the input', fc.tuple(layers, rates), async (dropout, [x, random], rate) => {
      const options = { rate, training: false };
      expectClose(await dropout(x, random, options), x, dropout.allowed(x, random, options));
    }),
    law('at rate 0 it is the input', fc.tuple(layers), async (dropout, [x, random]) => {
      expectClose(await dropout(x, random, { rate: 0 }), x, dropout.allowed(x, random, { rate: 0 }));
    }),
    law('the smaller draws are dropped', fc.tuple(layers, rates), async (dropout, [x, random], rate) => {
      const ones = x.map((row) => row.map(() => 1));
      const y = await dropout(ones, random, { rate });
      const sorted = y.flat().map((value, i) => ({ value, r: nth(random.flat(), i) }));
      const largestDropped = Math.max(-1, ...sorted.filter(({ value }) => value === 0).map(({ r }) => r));
      const smallestKept = Math.min(1, ...sorted.filter(({ value }) => value !== 0).map(({ r }) => r));
      expectThat(largestDropped < smallestKept, `dropped ${largestDropped}, kept ${smallestKept}`);
      expectThat(largestDropped < rate, `dropped ${largestDropped} at rate ${rate}`);
    }),
    law('twice the input is twice the output', fc.tuple(inputs), async (dropout, [x, random, options]) => {
      const twice = (matrix: Matrix): Matrix => matrix.map((row) => row.map((value) => 2 * value));
      const doubled: Arguments = given(twice(x), random, options);
      const single: Arguments = given(x, random, options);
      expectClose(
        await dropout(...doubled),
        twice(await dropout(...single)),
        dropout.allowed(...doubled),
        twice(dropout.allowed(...single)),
      );
    }),
    law(
      'the units that a seed drops are about as many as the rate says',
      fc.tuple(seed, rates),
      async (dropout, random, rate) => {
        const x = Array.from({ length: 20 }, () => Array.from({ length: 20 }, () => 1));
        const y = (await dropout(x, random as unknown as Matrix, { rate })).flat();
        const dropped = y.filter((value) => value === 0).length / y.length;
        // Beyond 7 of its deviations once in 1e11 draws.
        const room = 7 * Math.sqrt((rate * (1 - rate)) / y.length);
        expectThat(Math.abs(dropped - rate) <= room, `dropped ${dropped} at rate ${rate}`);
      },
      { extended: true },
    ),
  ],

  misconceptions,

  rounding: (r, x, random, { rate, training }) => {
    if (!training) return x;
    const drawn = drawsOf(random as unknown as Rounded[][] | Rounded, x.length, nth(x, 0).length, (u) => r.input(u));
    if (rate.value === 1) return x.map((row) => row.map(() => r.exact(0)));
    const keep = r.subtract(r.exact(1), rate);
    return x.map((row, n) =>
      row.map((value, i) => r.divide(r.multiply(value, r.atLeast(nth(nth(drawn, n), i), rate)), keep)),
    );
  },
};

/** The draws that are given, or that a seed stands for. */
function drawsOf(
  random: readonly (readonly Rounded[])[] | Rounded,
  N: number,
  m: number,
  input: (u: number) => Rounded,
): readonly (readonly Rounded[])[] {
  if (!('partials' in random)) return random;
  const units = randomUnits(random.value, N * m).map(input);
  return Array.from({ length: N }, (_, n) => units.slice(n * m, (n + 1) * m));
}

function zipped(a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix {
  return a.map((row, n) => row.map((x, i) => f(x, nth(nth(b, n), i))));
}
