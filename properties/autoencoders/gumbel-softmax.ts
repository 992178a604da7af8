import fc from 'fast-check';
import {
  type GumbelOptions,
  gumbelSoftmaxGradient,
  gumbelSoftmax as reference,
} from '../../reference/autoencoders/gumbel-softmax.ts';
import { randomUnits } from '../../reference/tensors/shared/random-bits.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import * as is from '../parameters/parameter.ts';
import { roundedLessLargest, roundedPowerShares } from '../training/shared/rounded-softmax.ts';
import { float64 } from '../values/format.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions, plainGumbelSoftmax, plainRelaxed } from './gumbel-softmax.misconceptions.ts';
import { roundedFirstLargest, roundedStraightThrough } from './shared/rounded-first-largest.ts';

export type GumbelSoftmax = (logits: Matrix, random: Matrix, options?: GumbelOptions) => Matrix;

type Arguments = [logits: Matrix, random: Matrix, options?: GumbelOptions];

const parameters = {
  logits: is.matrix(),
  random: is.matrix({ element: { above: 0, below: 1 } }),
  options: is.options({
    temperature: is.number({ above: 0, default: 1, drawn: [0.25, 0.5, 1, 2, 8] }),
    hard: is.boolean({ default: false }),
  }),
};

const uniform = (units: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: units - 1 }).map((k) => k / units);

const pairsOf = (logits: fc.Arbitrary<number> | undefined, units: number): fc.Arbitrary<[Matrix, Matrix]> =>
  fc
    .tuple(size(3), size(5), numbers(logits, 17), numbers(uniform(units), 17))
    .map(([n, k, z, u]) => [take(z).matrix(n, k), take(u).matrix(n, k)]);

/** Few logits and few random numbers: the largest scores are often equal. */
const coarse = pairsOf(fc.constantFrom(0, 0.5), 3);
const pairs = fc.oneof({ arbitrary: pairsOf(undefined, 4096), weight: 3 }, { arbitrary: coarse, weight: 1 });
const gridPairs = pairsOf(grid, 256);
const temperatures = fc.constantFrom(0.5, 1, 2);
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
/** Pairs with one class that is by far the largest of every row: noise makes up for 8 at most, and 28 are between them. */
const wonByFar = fc.tuple(gridPairs, fc.nat(4)).map(([[z, u], drawn]): { z: Matrix; u: Matrix; winner: number } => {
  const winner = drawn % nth(z, 0).length;
  return { z: z.map((row) => row.with(winner, 32)), u, winner };
});
const HARD: GumbelOptions = { hard: true };

const isTied = (logits: Matrix, random: Matrix): boolean =>
  logits.some((row, n) => {
    const scores = row.map((z, k) => z - Math.log(-Math.log(nth(nth(random, n), k))));
    return scores.filter((s) => s === Math.max(...scores)).length > 1;
  });

export const gumbelSoftmax: Entry<GumbelSoftmax> = {
  id: 'gumbelSoftmax',
  lecture: 8,
  title: 'Gumbel softmax',
  latex: String.raw`y_{nk} = \frac{e^{s_{nk} / \tau}}{\sum_j e^{s_{nj} / \tau}}, \qquad s_{nk} = z_{nk} - \log(-\log u_{nk})`,
  source: [
    'Jang, Gu, Poole (2017), Categorical Reparameterization with Gumbel-Softmax, sections 2.1 and 2.2',
    'Lecture 8',
  ],
  parameters,
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/gumbel-softmax.ts'),
  gradient: {
    wrt: ['logits'],
    reference: gumbelSoftmaxGradient,
    // Of a hard sample: the relaxed one, moved to where the hard one is.
    surrogate: (logits, random, { temperature, hard }) => {
      const sample = plainGumbelSoftmax(logits, random, { temperature, hard });
      const relaxed = plainRelaxed(logits, random, temperature);
      return (moved) =>
        plainRelaxed(moved, random, temperature).map((row, n) =>
          row.map((y, k) => nth(nth(sample, n), k) + (y - nth(nth(relaxed, n), k))),
        );
    },
  },

  inputs: fc
    .tuple(pairs, drawnOptions(parameters.options))
    .map(([pair, options]) => given(...pair, options) as Arguments),

  edges: {
    'three classes': [
      [
        [0.5, -1, 2],
        [1, 0, -0.25],
      ],
      [
        [0.25, 0.5, 0.125],
        [0.75, 0.0625, 0.875],
      ],
    ],
    'one class': [[[2]], [[0.25]], { temperature: 0.5 }],
    'equal logits': [[[1, 1, 1]], [[0.25, 0.5, 0.75]], {}],
    hard: [[[0.5, -1, 2]], [[0.25, 0.5, 0.125]], HARD],
    'a tie at the top, hard': [[[1, 0, 1]], [[0.5, 0.5, 0.5]], HARD],
    'all tied, hard and sharp': [[[1, 1, 1]], [[0.25, 0.25, 0.25]], { hard: true, temperature: 0.25 }],
    'random numbers near the ends': [[[0, 0]], [[2 ** -12, 1 - 2 ** -12]], { temperature: 2 }],
  },
  illegal: {
    'random numbers of another shape': { args: [[[1, 2]], [[0.5]]], names: 'random' },
    'a logit that is not finite': { args: [[[Number.NaN, 1]], [[0.5, 0.5]]], names: 'logits' },
    'a random number that is not finite': { args: [[[1]], [[Number.NaN]]], names: 'random' },
  },
  hardCases: {
    'batch 1': (logits) => logits.length === 1,
    'one class': (logits) => logits[0]?.length === 1,
    'more than 2 classes': (logits) => (logits[0]?.length ?? 0) > 2,
    'relaxed, at another temperature': (_z, _u, options) => !options?.hard && (options?.temperature ?? 1) !== 1,
    'hard, at another temperature': (_z, _u, options) => options?.hard === true && (options.temperature ?? 1) !== 1,
    'hard, a tie at the top': (z, u, options) => options?.hard === true && isTied(z, u),
    'hard, no tie, above 1 class': (z, u, options) => options?.hard === true && nth(z, 0).length > 1 && !isTied(z, u),
  },

  worked: [
    {
      name: 'two classes',
      origin: 'by hand: e^g is -1 / ln u, which is 1 / ln 2 at 1/2 and half of that at 1/4: shares of 2 and 1',
      args: [[[0, 0]], [[0.5, 0.25]]],
      expected: [[2 / 3, 1 / 3]],
    },
    {
      name: 'half the temperature',
      origin: 'by hand: shares of 3 times 2 and 1, both squared',
      args: [[[Math.log(3), 0]], [[0.5, 0.25]], { temperature: 0.5 }],
      expected: [[36 / 37, 1 / 37]],
    },
    {
      name: 'a tie, hard',
      origin: 'by hand: the second and the third have the same score, and the first of them counts',
      args: [[[0, 2, 2]], [[0.5, 0.5, 0.5]], HARD],
      expected: [[0, 1, 0]],
    },
  ],

  laws: [
    law(
      'every row is a distribution',
      fc.tuple(pairs, temperatures, fc.boolean()),
      async (f, [z, u], temperature, hard) => {
        const options = { temperature, hard };
        const y = await f(z, u, options);
        const allowed = f.allowed(z, u, options);
        y.forEach((row, n) => {
          expectThat(
            row.every((p) => p >= 0 && p <= 1),
            `row ${n} leaves 0..1`,
          );
          expectClose(total(row), 1, total(nth(allowed, n)), 2 ** -50);
        });
      },
    ),
    law(
      'a hard sample is 1 where the relaxed one is largest',
      fc.tuple(pairs, temperatures),
      async (f, [z, u], temperature) => {
        const relaxed = await f(z, u, { temperature });
        const allowed = f.allowed(z, u, { temperature });
        const hard = await f(z, u, { temperature, hard: true });
        hard.forEach((row, n) => {
          const ones = row.flatMap((p, k) => (p === 1 ? [k] : []));
          expectThat(ones.length === 1 && row.every((p) => p === 0 || p === 1), `row ${n} is not one-hot`);
          const [k] = ones as [number];
          const most = Math.max(...nth(relaxed, n));
          const slack = 2 * Math.max(...nth(allowed, n));
          expectThat(nth(nth(relaxed, n), k) >= most - slack, `row ${n} is 1 at class ${k}, which is not the largest`);
        });
      },
    ),
    law('of classes that cannot be told apart the first wins', fc.tuple(coarse), async (f, [z, u]) => {
      // Devices compute equal classes in different lanes, whose last bits may differ.
      if (f.because !== float64.name) return;
      const hard = await f(z, u, HARD);
      hard.forEach((row, n) => {
        const won = row.indexOf(1);
        const same = (k: number): boolean =>
          nth(nth(z, n), k) === nth(nth(z, n), won) && nth(nth(u, n), k) === nth(nth(u, n), won);
        const before = row.findIndex((_, k) => same(k));
        expectThat(before === won, `row ${n}: class ${before} is the same as class ${won}, which won`);
      });
    }),
    law(
      'two classes are e to the difference of their scores over the temperature apart',
      fc.tuple(gridPairs, temperatures),
      async (f, [z, u], temperature) => {
        const y = await f(z, u, { temperature });
        const allowed = f.allowed(z, u, { temperature });
        y.forEach((row, n) => {
          // e^g is 1 / -log u.
          const weight = (k: number): number =>
            Math.exp((nth(nth(z, n), k) - nth(nth(z, n), 0)) / temperature) *
            Math.exp(-Math.log(Math.log(nth(nth(u, n), k)) / Math.log(nth(nth(u, n), 0))) / temperature);
          row.forEach((p, k) => {
            const expected = nth(row, 0) * weight(k);
            const errors = nth(nth(allowed, n), k) + nth(nth(allowed, n), 0) * weight(k);
            expectClose(p, expected, errors, 2 ** -44 * expected);
          });
        });
      },
    ),
    law(
      'hard samples have the frequencies that softmax gives',
      fc.tuple(seeds, fc.constantFrom(0, 1, -2)),
      async (f, seed, logit) => {
        const draws = 400;
        const units = randomUnits(seed, 2 * draws);
        const random = Array.from({ length: draws }, (_, n) => [nth(units, 2 * n), nth(units, 2 * n + 1)]);
        const sampled = await f(
          random.map(() => [logit, 0]),
          random,
          HARD,
        );
        const share = 1 / (1 + Math.exp(-logit));
        const wins = total(sampled.map(([won]) => won ?? 0));
        // Beyond 7 deviations of a binomial, once in 1e11 draws.
        const most = 7 * Math.sqrt(draws * share * (1 - share));
        expectThat(Math.abs(wins - draws * share) < most, `${wins} of ${draws} for a share of ${share}`);
      },
    ),
    law(
      'scores that are no number over the temperature leave the largest alone',
      fc.tuple(wonByFar),
      async (f, { z, u, winner }) => {
        const oneHot = z.map((row) => row.map((_, k) => (k === winner ? 1 : 0)));
        expectClose(await f(z, u, { temperature: 1e-320 }), oneHot, 0);
        const largest = f.because === float64.name ? 2 ** 1023 : 2 ** 127;
        const far = z.map((row) => row.map((zk) => (zk / 32) * largest));
        expectClose(await f(far, u, { temperature: 0.125 }), oneHot, 0);
      },
    ),
    law('adding one number to every logit changes nothing', fc.tuple(gridPairs, grid), async (f, [z, u], shift) => {
      const moved = z.map((row) => row.map((zi) => zi + shift));
      expectClose(await f(moved, u), await f(z, u), f.allowed(moved, u), f.allowed(z, u));
    }),
    sampleIndependence<GumbelSoftmax>(
      pairs.map((pair): Arguments => pair),
      { batched: [0, 1] },
    ),
  ],

  misconceptions,

  rounding: (r, logits, random, { temperature, hard }) =>
    logits.map((row, n) => {
      const u = nth(random, n);
      const scores = row.map((z, k) => r.subtract(z, r.log(r.negate(r.log(nth(u, k))))));
      // Where softmax takes out the largest quotient once more, it takes out exactly 0.
      const relaxed = roundedPowerShares(
        r,
        roundedLessLargest(r, scores).map((s) => r.divide(s, temperature)),
      );
      if (!hard) return relaxed;
      const tied = (j: number, k: number): boolean =>
        nth(row, j).value === nth(row, k).value && nth(u, j).value === nth(u, k).value;
      const oneHot = roundedFirstLargest(r, scores, tied);
      return relaxed.map((y, k) => roundedStraightThrough(r, y, nth(oneHot, k)));
    }),
};
