import fc from 'fast-check';
import {
  klStandardNormalGradient,
  klStandardNormal as reference,
} from '../../reference/autoencoders/kl-standard-normal.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './kl-standard-normal.misconceptions.ts';

export type KlStandardNormal = (mean: Matrix, logVariance: Matrix, options?: { fromVariance?: boolean }) => number;

const gaussians: fc.Arbitrary<[Matrix, Matrix]> = fc.tuple(size(4), size(4), numbers()).map(([n, k, drawn]) => {
  const { matrix } = take(drawn);
  return [matrix(n, k), matrix(n, k)];
});

/** Means and log-variances on a grid, so that squares of means are exact in both formats. */
const gridGaussians: fc.Arbitrary<[Matrix, Matrix]> = fc.tuple(size(3), size(4), numbers(grid)).map(([n, k, drawn]) => {
  const { matrix } = take(drawn);
  return [matrix(n, k), matrix(n, k)];
});

const withVariances: fc.Arbitrary<[Matrix, Matrix, { fromVariance: boolean }]> = fc
  .tuple(gaussians, fc.boolean())
  .map(([[mean, v], fromVariance]) => [
    mean,
    fromVariance ? mapped(v, (x) => Math.fround(0.25 + Math.abs(x))) : v,
    { fromVariance },
  ]);

/** Log-variances to +-700, or both parameters so small that the terms cancel. */
const extreme: fc.Arbitrary<[Matrix, Matrix]> = fc
  .tuple(gridGaussians, fc.constantFrom(8, 100, 175), fc.constantFrom(1, 1e-4, 1e-6, 1e-8))
  .map(([[mean, v], huge, tiny]) =>
    tiny === 1
      ? [mean, mapped(v, (x) => x * huge)]
      : [mapped(mean, (x) => Math.fround(x * tiny)), mapped(v, (x) => Math.fround(x * tiny))],
  );

export const klStandardNormal: Entry<KlStandardNormal> = {
  id: 'klStandardNormal',
  lecture: 8,
  title: 'KL divergence from the standard normal',
  latex: String.raw`D = -\frac{1}{2N} \sum_{n=1}^{N} \sum_{k=1}^{K} \bigl( 1 + \log \sigma_{nk}^2 - \mu_{nk}^2 - \sigma_{nk}^2 \bigr)`,
  source: ['Kingma, Welling (2014), Auto-Encoding Variational Bayes, appendix B', 'Lecture 8'],
  parameters: {
    mean: is.matrix(),
    logVariance: is.matrix(),
    options: is.options({ fromVariance: is.boolean({ default: false, extended: true }) }),
  },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/kl-standard-normal.ts'),
  gradient: {
    wrt: ['mean', 'logVariance'],
    reference: klStandardNormalGradient,
    inputs: fc.oneof(gaussians, withVariances),
  },

  inputs: gaussians,
  extreme,
  extended: withVariances,

  edges: {
    'the standard normal': [
      [
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ],
    'one element': [[[-0.75]], [[1.5]]],
    'batch 1': [[[0.25, -1.5, 3.5]], [[-1.25, 1.375, -2.8125]]],
    'one feature': [
      [[2.5], [-1], [0.5]],
      [[-0.75], [0.25], [2]],
    ],
    'means alone': [
      [
        [-3, 0.5, 2],
        [1, -1, 2.75],
      ],
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
    'variances alone': [[[0, 0]], [[-0.5, 2.5]]],
    'more samples than features': [
      [
        [0.5, 1],
        [-2, 0.25],
        [1.5, -1.5],
      ],
      [
        [1, -1],
        [0.5, -3],
        [0, 2],
      ],
    ],
    decimals: [[[0.1, -0.7]], [[0.3, -1.1]]],
  },
  extremeEdges: {
    'log-variance 700': [[[0.5, -1]], [[700, 0.5]]],
    'log-variance -700': [[[0.5, -1]], [[-700, 0.5]]],
    'both ends': [
      [
        [1, 2],
        [-1, 0],
      ],
      [
        [700, -700],
        [-650.5, 600.25],
      ],
    ],
    'near the minimum': [[[Math.fround(1e-6), 0]], [[Math.fround(-2e-6), Math.fround(3e-6)]]],
    'very near the minimum': [[[0, Math.fround(-1e-9)]], [[Math.fround(1e-9), Math.fround(2e-9)]]],
  },
  illegal: {
    'another shape': { args: [[[1, 2]], [[1], [2]]], names: 'logVariance' },
    'variance 0': { args: [[[1, 2]], [[1, 0]], { fromVariance: true }], names: 'logVariance' },
  },
  hardCases: {
    'batch 1': (mean) => mean.length === 1,
    'one feature in a batch': (mean) => mean.length > 1 && mean[0]?.length === 1,
    'neither 1 nor 2 features': (mean) => (mean[0]?.length ?? 0) > 2,
    'not square, batch above 1': (mean) => mean.length > 1 && mean.length !== mean[0]?.length,
    'a mean of 0': (mean) => mean.flat().includes(0),
    'a mean above 1 in size': (mean) => mean.flat().some((x) => Math.abs(x) > 1),
    'a log-variance of 0': (_mean, v) => v.flat().includes(0),
    'a variance above 20': (_mean, v) => v.flat().some((x) => x > 3),
    'a variance below 1/20': (_mean, v) => v.flat().some((x) => x < -3),
  },

  worked: [
    {
      name: 'the standard normal',
      origin: 'by hand: every term is 1 + 0 - 0 - 1',
      args: [[[0, 0]], [[0, 0]]],
      expected: 0,
    },
    {
      name: 'mean 3',
      origin: 'by hand: -1/2 (1 + 0 - 9 - 1)',
      args: [[[3]], [[0]]],
      expected: 4.5,
    },
    {
      name: 'variance 4',
      origin: 'by hand: -1/2 (1 + ln 4 - 0 - 4)',
      args: [[[0]], [[Math.log(4)]]],
      expected: 1.5 - Math.log(2),
    },
    {
      name: 'three features, two samples',
      origin: 'by hand: (1 + 4 + 9)/2 and 0, averaged over the two samples',
      args: [
        [
          [1, 2, -3],
          [0, 0, 0],
        ],
        [
          [0, 0, 0],
          [0, 0, 0],
        ],
      ],
      expected: 3.5,
    },
    {
      name: 'variance 4, given as such',
      origin: 'by hand: -1/2 (1 + ln 4 - 1 - 4)',
      args: [[[1]], [[4]], { fromVariance: true }],
      expected: 2 - Math.log(2),
    },
  ],

  laws: [
    law('it is never negative', fc.tuple(gaussians), async (kl, [mean, v]) => {
      const got = await kl(mean, v);
      expectThat(got >= -kl.allowed(mean, v), `got ${got}`);
    }),
    law('it is the integral of p log(p/q)', fc.tuple(fc.tuple(grid, grid)), async (kl, [mean, v]) => {
      const allowed = kl.allowed([[mean]], [[v]]);
      const deviation = Math.exp(v / 2);
      const integrand = (z: number): number => {
        const x = mean + deviation * z;
        return (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * ((x ** 2 - z ** 2 - v) / 2);
      };
      // The trapezoid rule on a Gaussian is exact to 1e-30 at this step; both tails beyond 12 deviations are below 1e-29.
      const step = 1 / 8;
      let integral = 0;
      let size = 0;
      for (let z = -12; z <= 12; z += step) {
        integral += step * integrand(z);
        size +=
          step * Math.exp(-(z ** 2) / 2) * ((Math.abs(mean) + deviation * Math.abs(z)) ** 2 + z ** 2 + Math.abs(v));
      }
      // 193 additions, of terms of at most 15 roundings each.
      expectClose(await kl([[mean]], [[v]]), integral, allowed, 208 * 2 ** -53 * size);
    }),
    law('the means add half their squares', fc.tuple(gridGaussians), async (kl, [mean, v]) => {
      const centred = mapped(mean, () => 0);
      const squares = mean.flat().reduce((sum, x) => sum + x ** 2, 0) / (2 * mean.length);
      const allowed = kl.allowed(mean, v);
      expectClose((await kl(mean, v)) - (await kl(centred, v)), squares, allowed, allowed, 2 ** -50 * squares);
    }),
    law(
      'inverse variances add up to twice the squared hyperbolic sine of half their logarithm',
      fc.tuple(gridGaussians),
      async (kl, [, v]) => {
        const centred = mapped(v, () => 0);
        const inverse = mapped(v, (x) => -x);
        const expected = v.flat().reduce((sum, x) => sum + 2 * Math.sinh(x / 2) ** 2, 0) / v.length;
        const [a, b] = [kl.allowed(centred, v), kl.allowed(centred, inverse)];
        expectClose((await kl(centred, v)) + (await kl(centred, inverse)), expected, a, b, 2 ** -48 * expected);
      },
    ),
    law('a batch has the average of its samples', fc.tuple(gaussians), async (kl, [mean, v]) => {
      let sum = 0;
      let allowed = 0;
      for (const [n, row] of mean.entries()) {
        const sample: [Matrix, Matrix] = [[row], [nth(v, n)]];
        sum += (await kl(...sample)) / mean.length;
        allowed += kl.allowed(...sample) / mean.length;
      }
      expectClose(await kl(mean, v), sum, kl.allowed(mean, v), allowed, 2 ** -50 * Math.abs(sum));
    }),
    law('features beside each other add up', fc.tuple(gaussians), async (kl, [mean, v]) => {
      let sum = 0;
      let allowed = 0;
      for (const k of nth(mean, 0).keys()) {
        const feature: [Matrix, Matrix] = [mean.map((row) => [nth(row, k)]), v.map((row) => [nth(row, k)])];
        sum += await kl(...feature);
        allowed += kl.allowed(...feature);
      }
      expectClose(await kl(mean, v), sum, kl.allowed(mean, v), allowed, 2 ** -50 * Math.abs(sum));
    }),
    law('the sign of a mean does not matter', fc.tuple(gaussians), async (kl, [mean, v]) => {
      const allowed = kl.allowed(mean, v);
      expectClose(
        await kl(
          mapped(mean, (x) => -x),
          v,
        ),
        await kl(mean, v),
        allowed,
        allowed,
      );
    }),
    law(
      'a variance and its logarithm give the same',
      fc.tuple(gridGaussians),
      async (kl, [mean, v]) => {
        // Powers of two are exact in every format, and their logarithms are rounded inputs of the other call.
        const exponents = mapped(v, (x) => Math.round(x));
        const variances = mapped(exponents, (x) => 2 ** x);
        const logarithms = mapped(exponents, (x) => x * Math.LN2);
        const allowed = kl.allowed(mean, logarithms);
        expectClose(
          await kl(mean, variances, { fromVariance: true }),
          await kl(mean, logarithms),
          allowed,
          kl.allowed(mean, variances, { fromVariance: true }),
          // ln 2 rounded, and its multiples: each of at most 16 variances of up to 16 moves by 3 of its roundings.
          2 ** -53 * 16 * 16 * 3,
        );
      },
      { extended: true },
    ),
  ],

  misconceptions,

  rounding: (r, mean, logVariance, options) => {
    const samples = mean.map((row, n) =>
      r.sum(row.map((mu, k) => r.add(r.square(mu), spread(r, nth(nth(logVariance, n), k), options.fromVariance)))),
    );
    return r.multiply(r.exact(0.5), r.mean(samples));
  },
};

/** e^v - 1 - v as an implementation has it that does not mind the cancellation near 0. */
function spread(r: Rounding, v: Rounded, fromVariance = false): Rounded {
  if (fromVariance) return r.subtract(r.subtract(v, r.exact(1)), r.log(v));
  return r.subtract(r.subtract(r.exp(v), r.exact(1)), v);
}

function mapped(matrix: Matrix, f: (x: number) => number): Matrix {
  return matrix.map((row) => row.map((x) => f(x) || 0));
}
