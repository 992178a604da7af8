import fc from 'fast-check';
import { klGaussianGradient, klGaussian as reference } from '../../reference/autoencoders/kl-gaussian.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { edges, extremeEdges, hardCases, illegal, worked } from './kl-gaussian.cases.ts';
import { misconceptions } from './kl-gaussian.misconceptions.ts';
import { averageOfSamples, neverNegative } from './shared/divergence-laws.ts';

export type KlGaussian = (mean: Matrix, logVariance: Matrix, otherMean: Matrix, otherLogVariance: Matrix) => number;

type Pair = Parameters<KlGaussian>;

/** A pair of Gaussians; now and then with equal means, or with equal variances. */
function pairsOf(element?: fc.Arbitrary<number>): fc.Arbitrary<Pair> {
  return fc.tuple(size(4), size(4), fc.nat(6), numbers(element, 67)).map(([n, k, style, drawn]) => {
    const { matrix } = take(drawn);
    const [mean, v, other, w] = [matrix(n, k), matrix(n, k), matrix(n, k), matrix(n, k)];
    return [mean, v, style === 1 ? mean : other, style === 2 ? v : w];
  });
}

const pairs = pairsOf();
const gridPairs = pairsOf(grid);

/** Log-variances near 750 or near -750. */
const extreme: fc.Arbitrary<Pair> = fc
  .tuple(gridPairs, fc.constantFrom(750, -750), fc.boolean())
  .map(([[mean, v, other, w], base, equalMeans]) => {
    const near = (matrix: Matrix): Matrix => mapped(matrix, (x) => base + x);
    return [mean, near(v), equalMeans ? mean : other, near(w)];
  });

export const klGaussian: Entry<KlGaussian> = {
  id: 'klGaussian',
  lecture: 8,
  title: 'KL divergence between Gaussians',
  latex: String.raw`D = \frac{1}{2N} \sum_{n=1}^{N} \sum_{k=1}^{K} \Bigl( e^{d_{nk}} - 1 - d_{nk} + \frac{(\mu_{nk} - \mu'_{nk})^2}{\sigma_{nk}'^2} \Bigr), \quad d = \log \sigma^2 - \log \sigma'^2`,
  source: [
    'Goodfellow, Bengio, Courville (2016), Deep Learning, section 3.13',
    'Kingma, Welling (2014), Auto-Encoding Variational Bayes, appendix B',
    'Lecture 8',
  ],
  parameters: {
    mean: is.matrix(),
    logVariance: is.matrix(),
    otherMean: is.matrix(),
    otherLogVariance: is.matrix(),
  },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/kl-gaussian.ts'),
  gradient: {
    wrt: ['mean', 'logVariance', 'otherMean', 'otherLogVariance'],
    reference: klGaussianGradient,
    kinks: {
      'near -750': 'the divergence is infinite, and the form ends there',
      'near -750, one mean differs': 'the divergence is infinite, and the form ends there',
    },
  },

  inputs: pairs,
  extreme,

  edges,
  extremeEdges,
  illegal,
  hardCases,
  worked,

  laws: [
    neverNegative(pairs),
    law('a Gaussian does not diverge from itself', fc.tuple(pairs), async (kl, [mean, v]) => {
      expectClose(await kl(mean, v, mean, v), 0, kl.allowed(mean, v, mean, v));
    }),
    law(
      'it is the integral of p log(p/q)',
      fc.tuple(fc.tuple(grid, grid, grid, grid)),
      async (kl, [mu, v, other, w]) => {
        const args: Pair = [[[mu]], [[v]], [[other]], [[w]]];
        const deviation = Math.exp(v / 2);
        // The trapezoid rule on a Gaussian is exact to 1e-30 at this step; both tails beyond 12 deviations are below 1e-29.
        const step = 1 / 8;
        let integral = 0;
        let size = 0;
        for (let z = -12; z <= 12; z += step) {
          const density = (step * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
          const distance = (mu + deviation * z - other) * Math.exp(-w / 2);
          integral += (density * (w - v + distance ** 2 - z ** 2)) / 2;
          size +=
            density *
            (Math.abs(w) +
              Math.abs(v) +
              ((Math.abs(mu) + Math.abs(other) + deviation * Math.abs(z)) * Math.exp(-w / 2)) ** 2 +
              z ** 2);
        }
        // 193 additions, of terms of at most 20 roundings each.
        expectClose(await kl(...args), integral, kl.allowed(...args), 213 * 2 ** -53 * size);
      },
    ),
    averageOfSamples(pairs.map((batch): [Matrix[]] => [batch])),
    law('the features add up', fc.tuple(pairs), async (kl, pair) => {
      let sum = 0;
      let allowed = 0;
      for (const k of nth(pair[0], 0).keys()) {
        const feature = pair.map((matrix) => matrix.map((row) => [nth(row, k)])) as Pair;
        sum += await kl(...feature);
        allowed += kl.allowed(...feature);
      }
      expectClose(await kl(...pair), sum, kl.allowed(...pair), allowed, 2 ** -50 * Math.abs(sum));
    }),
    law(
      'only the difference of the means matters',
      fc.tuple(gridPairs, grid),
      async (kl, [mean, v, other, w], shift) => {
        const moved: Pair = [mapped(mean, (x) => x + shift), v, mapped(other, (x) => x + shift), w];
        const [a, b] = [kl.allowed(mean, v, other, w), kl.allowed(...moved)];
        expectClose(await kl(...moved), await kl(mean, v, other, w), a, b);
      },
    ),
    law('with equal variances both diverge alike', fc.tuple(gridPairs), async (kl, [mean, v, other]) => {
      const [a, b] = [kl.allowed(mean, v, other, v), kl.allowed(other, v, mean, v)];
      expectClose(await kl(mean, v, other, v), await kl(other, v, mean, v), a, b);
    }),
    law('with variances 1 it is half the squared distance', fc.tuple(gridPairs), async (kl, [mean, , other]) => {
      const one = mapped(mean, () => 0);
      const half = mean.flat().reduce((sum, x, i) => sum + (x - nth(other.flat(), i)) ** 2, 0) / (2 * mean.length);
      expectClose(await kl(mean, one, other, one), half, kl.allowed(mean, one, other, one), 2 ** -50 * half);
    }),
    law(
      'with equal means, there and back are 4 sinh^2 of half the difference, halved',
      fc.tuple(gridPairs),
      async (kl, [mean, v, , w]) => {
        const differences = v.flatMap((row, n) => row.map((x, k) => x - nth(nth(w, n), k)));
        const expected = differences.reduce((sum, d) => sum + 2 * Math.sinh(d / 2) ** 2, 0) / mean.length;
        const [a, b] = [kl.allowed(mean, v, mean, w), kl.allowed(mean, w, mean, v)];
        expectClose((await kl(mean, v, mean, w)) + (await kl(mean, w, mean, v)), expected, a, b, 2 ** -48 * expected);
      },
    ),
  ],

  misconceptions,

  rounding: (r, mean, logVariance, otherMean, otherLogVariance) => {
    const samples = mean.map((row, n) =>
      r.sum(
        row.map((mu, k) => {
          const w = nth(nth(otherLogVariance, n), k);
          const d = r.subtract(nth(nth(logVariance, n), k), w);
          const spread = r.subtract(r.subtract(r.exp(d), r.exact(1)), d);
          return r.add(squaredDistance(r, r.subtract(mu, nth(nth(otherMean, n), k)), w), spread);
        }),
      ),
    );
    return r.multiply(r.exact(0.5), r.mean(samples));
  },
};

/** Where it is far beyond the largest number, half the mean over the batch is infinite as well. */
function squaredDistance(r: Rounding, apart: Rounded, w: Rounded): Rounded {
  if (2 * Math.log(Math.abs(apart.value)) - w.value > 720) return r.exact(Infinity);
  return r.square(r.multiply(apart, r.exp(r.multiply(r.exact(-0.5), w))));
}

function mapped(matrix: Matrix, f: (x: number) => number): Matrix {
  return matrix.map((row) => row.map((x) => f(x) || 0));
}
