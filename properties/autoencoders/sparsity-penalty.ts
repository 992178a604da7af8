import fc from 'fast-check';
import {
  sparsityPenalty as reference,
  type SparsityOptions,
  sparsityPenaltyGradient,
} from '../../reference/autoencoders/sparsity-penalty.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, numbers, size, take } from '../inputs/inputs.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { neverNegative } from './shared/divergence-laws.ts';
import { misconceptions } from './sparsity-penalty.misconceptions.ts';

export type SparsityPenalty = (code: Matrix, options?: SparsityOptions) => number;

const parameters = {
  code: is.matrix({ element: { above: 0, below: 1 } }),
  options: is.options({
    rate: is.probability({ default: 0.05, drawn: [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9] }),
    measure: is.choice(['divergence', 'l1'], { default: 'divergence', extended: true }),
  }),
};

/** Activations inside 0..1 in steps of 1/units, so that their sums are exact in every order. */
const inside = (units: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: units - 1 }).map((k) => k / units);
const codesOf = (element: fc.Arbitrary<number>): fc.Arbitrary<Matrix> =>
  fc.tuple(size(4), size(4), numbers(element, 16)).map(([n, k, drawn]) => take(drawn).matrix(n, k));
const codes = fc.oneof(codesOf(inside(1024)), codesOf(inside(256)), codesOf(inside(8)));
const rates = fc.constantFrom(0.01, 0.05, 0.25, 0.5, 0.9);

const inputs: fc.Arbitrary<[Matrix, SparsityOptions?]> = fc
  .tuple(codes, drawnOptions(parameters.options))
  .map(([code, options]) => given(code, options) as [Matrix, SparsityOptions?]);

const L1: SparsityOptions = { measure: 'l1' };
/** Away from the kink at 0, or at it. */
const l1Codes: fc.Arbitrary<[Matrix, SparsityOptions]> = codesOf(grid.map((x) => (Math.abs(x) > 1 / 32 ? x : 0))).map(
  (code) => [code, L1],
);

export const sparsityPenalty: Entry<SparsityPenalty> = {
  id: 'sparsityPenalty',
  lecture: 8,
  title: 'Sparsity penalty',
  latex: String.raw`\Omega = \sum_{k=1}^{K} \Bigl( \rho \log \frac{\rho}{m_k} + (1 - \rho) \log \frac{1 - \rho}{1 - m_k} \Bigr), \quad m_k = \frac{1}{N} \sum_{n=1}^{N} a_{nk}`,
  source: ['Ng (2011), Sparse autoencoder, CS294A lecture notes', 'Lecture 8'],
  parameters,
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/sparsity-penalty.ts'),
  gradient: {
    wrt: ['code'],
    reference: sparsityPenaltyGradient,
    // A step of the differences must not leave the range.
    inputs: fc.oneof(
      fc.tuple(codesOf(inside(16)), rates).map(([code, rate]): [Matrix, SparsityOptions] => [code, { rate }]),
      l1Codes,
    ),
  },

  inputs,
  extreme: fc.tuple(codes, fc.constantFrom(0, 1)).map(([code, rate]): [Matrix, SparsityOptions] => [code, { rate }]),
  extended: l1Codes,

  edges: {
    'two units': [
      [
        [0.25, 0.5],
        [0.75, 0.125],
      ],
    ],
    'one element': [[[0.375]], { rate: 0.25 }],
    'options empty': [[[0.25, 0.75]], {}],
    'a batch of 1': [[[0.25, 0.75, 0.03125]], { rate: 0.1 }],
    'one unit': [[[0.25], [0.5], [0.125]], { rate: 0.2 }],
    'the rate is met': [
      [
        [0.125, 0.25],
        [0.375, 0.25],
      ],
      { rate: 0.25 },
    ],
    'very active': [[[0.9375, 0.984375]], { rate: 0.01 }],
    'hardly active': [[[0.00390625, 0.0078125]], { rate: 0.9 }],
    'all but dead and all but always on': [[[2 ** -10, 1 - 2 ** -10]]],
    decimals: [
      [
        [0.1, 0.7],
        [0.3, 0.2],
      ],
      { rate: 0.3 },
    ],
  },
  extremeEdges: {
    'rate 0': [
      [
        [0.25, 0.5],
        [0.75, 0.125],
      ],
      { rate: 0 },
    ],
    'rate 1': [
      [
        [0.25, 0.5],
        [0.75, 0.125],
      ],
      { rate: 1 },
    ],
  },
  illegal: {},
  hardCases: {
    'batch 1': (code) => code.length === 1,
    'one unit in a batch': (code) => code.length > 1 && code[0]?.length === 1,
    'not square, batch above 1': (code) => code.length > 1 && code.length !== code[0]?.length,
    'samples that differ': (code) => code.length > 1 && new Set(code.flat()).size > 1,
    'a rate above a half': (_code, options) => (options?.rate ?? 0) > 0.5,
    'an activation above 0.9': (code) => code.flat().some((a) => a > 0.9),
    'an activation below 0.1': (code) => code.flat().some((a) => a < 0.1),
  },

  worked: [
    {
      name: 'one unit at a quarter, wanted at a half',
      origin: 'by hand: 1/2 ln 2 + 1/2 ln(2/3) = 1/2 ln(4/3)',
      args: [[[0.125], [0.375]], { rate: 0.5 }],
      expected: Math.log(4 / 3) / 2,
    },
    {
      name: 'two units, wanted at a quarter',
      origin: 'by hand: 0, and 1/4 ln(1/2) + 3/4 ln(3/2)',
      args: [
        [
          [0.125, 0.25],
          [0.375, 0.75],
        ],
        { rate: 0.25 },
      ],
      expected: 0.75 * Math.log(3) - Math.LN2,
    },
    {
      name: 'the size of the code',
      origin: 'by hand: (1 + 2 + 3 + 0)/2',
      args: [
        [
          [1, -2],
          [3, 0],
        ],
        { measure: 'l1' },
      ],
      expected: 3,
    },
  ],

  laws: [
    neverNegative(inputs),
    law(
      'a code whose units have the rate costs nothing',
      fc.tuple(size(4), size(4), inside(64)),
      async (f, n, k, rate) => {
        const code = Array.from({ length: n }, () => Array.from({ length: k }, () => rate));
        expectClose(await f(code, { rate }), 0, f.allowed(code, { rate }));
      },
    ),
    law('the mean of a unit is what counts', fc.tuple(codes, rates), async (f, code, rate) => {
      const means = nth(code, 0).map((_, k) => total(code.map((row) => nth(row, k))) / code.length);
      const own = code.length === 3 ? 2 ** -45 * (1 + Math.abs(Math.log(rate))) : 0;
      const [a, b] = [f.allowed(code, { rate }), f.allowed([means], { rate })];
      expectClose(await f(code, { rate }), await f([means], { rate }), a, b, own);
    }),
    law('the units add up', fc.tuple(codes, rates), async (f, code, rate) => {
      let sum = 0;
      let allowed = 0;
      for (const k of nth(code, 0).keys()) {
        const unit = code.map((row) => [nth(row, k)]);
        sum += await f(unit, { rate });
        allowed += f.allowed(unit, { rate });
      }
      expectClose(await f(code, { rate }), sum, f.allowed(code, { rate }), allowed, 2 ** -50 * Math.abs(sum));
    }),
    law(
      'active and inactive are alike: 1 - code at 1 - rate costs the same',
      fc.tuple(codes, inside(64)),
      async (f, code, rate) => {
        const inactive = code.map((row) => row.map((a) => 1 - a));
        const [a, b] = [f.allowed(code, { rate }), f.allowed(inactive, { rate: 1 - rate })];
        expectClose(await f(inactive, { rate: 1 - rate }), await f(code, { rate }), a, b);
      },
    ),
    law(
      'the order of the units does not matter, nor that of the samples within one',
      fc.tuple(codes, rates),
      async (f, code, rate) => {
        const mixed = code.map((row, n) =>
          row.map((_, k) => nth(nth(code, k % 2 ? code.length - 1 - n : n), k)).reverse(),
        );
        const allowed = f.allowed(code, { rate });
        expectClose(await f(mixed, { rate }), await f(code, { rate }), allowed, f.allowed(mixed, { rate }));
      },
    ),
    law(
      'a unit costs more the farther it is from the rate',
      fc.tuple(rates, fc.constantFrom(0, 1), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 14 })),
      async (f, rate, end, start, more) => {
        const toward = (sixteenths: number): Matrix => [[rate + (Math.min(sixteenths, 15) / 16) * (end - rate)]];
        const [near, far] = [toward(start), toward(start + more)];
        const [less, cost] = [await f(near, { rate }), await f(far, { rate })];
        const allowed = f.allowed(near, { rate }) + f.allowed(far, { rate });
        expectThat(cost >= less - allowed, `${cost} farther away than ${less}`);
      },
    ),
    law(
      'the size of a code is that of its activations without signs, averaged over the batch',
      fc.tuple(l1Codes),
      async (f, [code]) => {
        const size = total(code.flat().map((a) => (a < 0 ? -a : a))) / code.length;
        expectClose(await f(code, L1), size, f.allowed(code, L1), 2 ** -52 * size);
      },
      { extended: true },
    ),
  ],

  misconceptions,

  rounding: (r, code, { rate, measure }) => {
    if (String(measure) === 'l1') return r.mean(code.map((row) => r.sum(row.map((a) => r.abs(a)))));
    const inactive = r.subtract(r.exact(1), rate);
    const part = (p: Rounded, m: Rounded): Rounded =>
      p.value === 0 ? r.exact(0) : r.multiply(p, r.log(r.divide(p, m)));
    return r.sum(
      nth(code, 0).flatMap((_, k) => {
        const mean = r.mean(code.map((row) => nth(row, k)));
        return [part(rate, mean), part(inactive, r.subtract(r.exact(1), mean))];
      }),
    );
  },
};
