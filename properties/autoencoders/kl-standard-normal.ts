import fc from 'fast-check';
import {
  klStandardNormalGradient,
  klStandardNormal as reference,
} from '../../reference/autoencoders/kl-standard-normal.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { edges, extremeEdges, hardCases, illegal, worked } from './kl-standard-normal.cases.ts';
import { misconceptions } from './kl-standard-normal.misconceptions.ts';
import { averageOfSamples, neverNegative } from './shared/divergence-laws.ts';

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

  edges,
  extremeEdges,
  illegal,
  hardCases,

  worked,

  laws: [
    neverNegative(gaussians),
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
      'the divergences of a variance and its inverse sum to 2 sinh^2 of half its logarithm',
      fc.tuple(gridGaussians),
      async (kl, [, v]) => {
        const centred = mapped(v, () => 0);
        const inverse = mapped(v, (x) => -x);
        const expected = v.flat().reduce((sum, x) => sum + 2 * Math.sinh(x / 2) ** 2, 0) / v.length;
        const [a, b] = [kl.allowed(centred, v), kl.allowed(centred, inverse)];
        expectClose((await kl(centred, v)) + (await kl(centred, inverse)), expected, a, b, 2 ** -48 * expected);
      },
    ),
    averageOfSamples(gaussians.map((batch): [Matrix[]] => [batch])),
    law('the features add up', fc.tuple(gaussians), async (kl, [mean, v]) => {
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
        // Powers of two are exact in every format; their logarithms, the inputs of the other call, are rounded.
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

/** e^v - 1 - v, as an implementation computes it that lets the difference cancel near 0. */
function spread(r: Rounding, v: Rounded, fromVariance: boolean): Rounded {
  if (fromVariance) return r.subtract(r.subtract(v, r.exact(1)), r.log(v));
  return r.subtract(r.subtract(r.exp(v), r.exact(1)), v);
}

function mapped(matrix: Matrix, f: (x: number) => number): Matrix {
  return matrix.map((row) => row.map((x) => f(x) || 0));
}
