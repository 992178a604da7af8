import fc from 'fast-check';
import { reparameterize as reference, reparameterizeGradient } from '../../reference/autoencoders/reparameterize.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions, varianceForDeviation } from './reparameterize.misconceptions.ts';

export type Reparameterize = (
  mean: Matrix,
  logVariance: Matrix,
  noise: Matrix,
  options?: { fromVariance?: boolean },
) => Matrix;

type Sample = [mean: Matrix, logVariance: Matrix, noise: Matrix];

function samplesOf(element?: fc.Arbitrary<number>): fc.Arbitrary<Sample> {
  return fc.tuple(size(3), size(4), numbers(element)).map(([n, k, drawn]) => {
    const { matrix } = take(drawn);
    return [matrix(n, k), matrix(n, k), matrix(n, k)];
  });
}

const samples = samplesOf();
const gridSamples = samplesOf(grid);

const withVariances: fc.Arbitrary<Parameters<Reparameterize>> = fc
  .tuple(samples, fc.boolean())
  .map(([[mean, v, noise], fromVariance]) => [
    mean,
    fromVariance ? mapped(v, (x) => Math.fround(0.25 + Math.abs(x))) : v,
    noise,
    { fromVariance },
  ]);

export const reparameterize: Entry<Reparameterize> = {
  id: 'reparameterize',
  lecture: 8,
  title: 'Reparameterization trick',
  latex: String.raw`z_{nk} = \mu_{nk} + \sigma_{nk} \epsilon_{nk}, \quad \sigma_{nk} = e^{\frac{1}{2} \log \sigma_{nk}^2}`,
  source: ['Kingma, Welling (2014), Auto-Encoding Variational Bayes, section 2.4', 'Lecture 8'],
  parameters: {
    mean: is.matrix(),
    logVariance: is.matrix(),
    noise: is.matrix(),
    options: is.options({ fromVariance: is.boolean({ default: false, extended: true }) }),
  },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/reparameterize.ts'),
  gradient: {
    wrt: ['mean', 'logVariance', 'noise'],
    reference: reparameterizeGradient,
    inputs: fc.oneof(samples, withVariances),
  },

  inputs: samples,
  extended: withVariances,

  edges: {
    'log-variances of 9': [[[0.5, -1]], [[9, -9]], [[0.5, 2]]],
    'no noise': [[[1.5, -0.5]], [[-3.5, 2]], [[0, 0]]],
    'variance 1': [[[-0.75, 1.25]], [[0, 0]], [[-3, 2]]],
    'one element': [[[-2.5]], [[1.5]], [[-1.25]]],
    'not square': [
      [
        [1, 2, 3],
        [-1, -2, -3],
      ],
      [
        [0.5, -0.5, 1],
        [2, 4, -4],
      ],
      [
        [1, -1, 0.5],
        [2, -0.25, 3],
      ],
    ],
    'one feature': [
      [[1], [2]],
      [[-1], [3]],
      [[0.5], [-1.5]],
    ],
    decimals: [[[0.1, -0.7]], [[0.3, -1.1]], [[0.9, -2.3]]],
    'batch of 4': [
      [[1], [-2], [0.5], [3]],
      [[0], [0.5], [-1], [2]],
      [[1], [-0.5], [2], [-1.5]],
    ],
  },
  illegal: {
    'log-variance of another shape': { args: [[[1, 2]], [[1], [2]], [[1, 2]]], names: 'logVariance' },
    'noise of another shape': { args: [[[1, 2]], [[1, 2]], [[1, 2, 3]]], names: 'noise' },
    'variance 0': { args: [[[1]], [[0]], [[1]], { fromVariance: true }], names: 'logVariance' },
  },
  hardCases: {
    'batch 1': (mean) => mean.length === 1,
    'one feature in a batch': (mean) => mean.length > 1 && mean[0]?.length === 1,
    'not square, neither 1': (mean) => mean.length > 1 && (mean[0]?.length ?? 0) > 1 && mean.length !== mean[0]?.length,
    'a log-variance of 0': (_mean, v) => v.flat().includes(0),
    'a log-variance above 2 with noise': (_mean, v, noise) =>
      v.flat().some((x, i) => x > 2 && Math.abs(nth(noise.flat(), i)) > 0.1),
    'a log-variance below -2 with noise': (_mean, v, noise) =>
      v.flat().some((x, i) => x < -2 && Math.abs(nth(noise.flat(), i)) > 0.1),
    'a noise of 0': (_mean, _v, noise) => noise.flat().includes(0),
  },

  worked: [
    {
      name: 'variance 4',
      origin: 'by hand: 1 + 2 1.5',
      args: [[[1]], [[Math.log(4)]], [[1.5]]],
      expected: [[4]],
    },
    {
      name: 'variances 9 and 1/4',
      origin: 'by hand: 1 - 3 2 and -1 + 3/2',
      args: [[[1, -1]], [[Math.log(9), Math.log(0.25)]], [[-2, 3]]],
      expected: [[-5, 0.5]],
    },
    {
      name: 'variances instead of log-variances',
      origin: 'by hand: 1 + 2/2 and 2 - 3',
      args: [[[1, 2]], [[4, 9]], [[0.5, -1]], { fromVariance: true }],
      expected: [[2, -1]],
    },
  ],

  laws: [
    law('without noise it is the mean', fc.tuple(samples), async (reparameterize, [mean, v]) => {
      const quiet = mapped(mean, () => 0);
      expectClose(await reparameterize(mean, v, quiet), mean, reparameterize.allowed(mean, v, quiet));
    }),
    law(
      'with variance 1 the noise is added as it is',
      fc.tuple(gridSamples),
      async (reparameterize, [mean, v, noise]) => {
        const one = mapped(v, () => 0);
        const sum = zipped(mean, noise, (mu, epsilon) => mu + epsilon);
        expectClose(await reparameterize(mean, one, noise), sum, reparameterize.allowed(mean, one, noise));
      },
    ),
    law(
      'the squared distance from the mean is the variance times the squared noise',
      fc.tuple(gridSamples),
      async (reparameterize, [, v, noise]) => {
        const zero = mapped(v, () => 0);
        const z = await reparameterize(zero, v, noise);
        const expected = zipped(v, noise, (x, epsilon) => Math.exp(x) * epsilon ** 2);
        const allowed = reparameterize.allowed(zero, v, noise);
        const squared = zipped(allowed, z, (error, x) => 2 * Math.abs(x) * error + error ** 2);
        const own = mapped(expected, (x) => 2 ** -50 * x);
        expectClose(
          mapped(z, (x) => x ** 2),
          expected,
          squared,
          own,
        );
      },
    ),
    law('shifting the mean shifts the sample', fc.tuple(gridSamples, grid), async (reparameterize, drawn, shift) => {
      const [mean, v, noise] = drawn;
      const moved = mapped(mean, (x) => x + shift);
      const expected = mapped(await reparameterize(mean, v, noise), (x) => x + shift);
      const own = mapped(expected, (x) => 2 ** -52 * (Math.abs(x) + Math.abs(shift)));
      const [a, b] = [reparameterize.allowed(mean, v, noise), reparameterize.allowed(moved, v, noise)];
      expectClose(await reparameterize(moved, v, noise), expected, a, b, own);
    }),
    law(
      'opposite noises give samples on both sides of the mean',
      fc.tuple(gridSamples),
      async (reparameterize, drawn) => {
        const [mean, v, noise] = drawn;
        const opposite = mapped(noise, (x) => -x);
        const there = await reparameterize(mean, v, noise);
        const back = await reparameterize(mean, v, opposite);
        const own = mapped(there, (x) => 2 ** -51 * Math.abs(x));
        expectClose(
          zipped(there, back, (a, b) => a + b),
          mapped(mean, (x) => 2 * x),
          reparameterize.allowed(mean, v, noise),
          reparameterize.allowed(mean, v, opposite),
          own,
        );
      },
    ),
    sampleIndependence<Reparameterize>(samples, { batched: [0, 1, 2] }),
    law(
      'a variance that is a square has its root as deviation',
      fc.tuple(gridSamples),
      async (reparameterize, [mean, v, noise]) => {
        const deviation = mapped(v, (x) => Math.abs(x) || 1);
        const variance = mapped(deviation, (x) => x * x);
        const scaled = zipped(deviation, noise, (s, epsilon) => s * epsilon);
        const options = { fromVariance: true };
        expectClose(
          await reparameterize(mean, variance, noise, options),
          zipped(mean, scaled, (mu, x) => mu + x),
          reparameterize.allowed(mean, variance, noise, options),
        );
      },
      { extended: true },
    ),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 8, encoder',
      printed: 'outputs variances, samples with sigma',
      holds: 'sigma is the root of the variance',
      variant: { implementation: varianceForDeviation, fails: [[[1]], [[Math.log(4)]], [[1.5]]] },
    },
  ],

  rounding: (r, mean, logVariance, noise, options) =>
    mean.map((row, n) =>
      row.map((mu, k) => {
        const v = nth(nth(logVariance, n), k);
        const deviation = options.fromVariance ? r.sqrt(v) : r.exp(r.multiply(r.exact(0.5), v));
        return r.add(mu, r.multiply(deviation, nth(nth(noise, n), k)));
      }),
    ),
};

function mapped(matrix: Matrix, f: (x: number) => number): Matrix {
  return matrix.map((row) => row.map((x) => f(x) || 0));
}

function zipped(a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix {
  return a.map((row, n) => row.map((x, k) => f(x, nth(nth(b, n), k))));
}
