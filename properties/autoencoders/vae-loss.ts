import fc from 'fast-check';
import { vaeLoss as reference, vaeLossGradient } from '../../reference/autoencoders/vae-loss.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid, numbers, options, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { averageOfSamples, neverNegative } from './shared/divergence-laws.ts';
import { misconceptions } from './vae-loss.misconceptions.ts';

export type VaeLoss = (
  x: Matrix,
  reconstruction: Matrix,
  mean: Matrix,
  logVariance: Matrix,
  options?: { beta?: number },
) => number;

type Arrays = [x: Matrix, reconstruction: Matrix, mean: Matrix, logVariance: Matrix];

function arraysOf(element?: fc.Arbitrary<number>): fc.Arbitrary<Arrays> {
  return fc.tuple(size(3), size(4), size(3), numbers(element)).map(([n, d, k, drawn]) => {
    const { matrix } = take(drawn);
    return [matrix(n, d), matrix(n, d), matrix(n, k), matrix(n, k)];
  });
}

const arrays = arraysOf();
const gridArrays = arraysOf(grid);
const beta = fc.constantFrom(0, 0.25, 0.5, 2, 4, 10);
const withBeta: fc.Arbitrary<[Arrays, { beta: number }]> = fc
  .tuple(arrays, beta)
  .map(([drawn, chosen]) => [drawn, { beta: chosen }]);

export const vaeLoss: Entry<VaeLoss> = {
  id: 'vaeLoss',
  lecture: 8,
  title: 'Loss of a variational autoencoder',
  latex: String.raw`L = \frac{1}{N} \sum_{n=1}^{N} \sum_{d=1}^{D} (x_{nd} - \hat x_{nd})^2 + \beta D_{\mathrm{KL}}`,
  source: ['Higgins et al. (2017), beta-VAE, section 2', 'Kingma, Welling (2014), section 3', 'Lecture 8'],
  parameters: {
    x: is.matrix(),
    reconstruction: is.matrix(),
    mean: is.matrix(),
    logVariance: is.matrix(),
    options: is.options({ beta: is.number({ default: 1 }) }),
  },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/vae-loss.ts'),
  gradient: { wrt: ['x', 'reconstruction', 'mean', 'logVariance'], reference: vaeLossGradient },

  inputs: fc.tuple(arrays, options({ beta })).map(([drawn, chosen]) => given(...drawn, chosen)),

  edges: {
    'log-variances of 9': [[[0.5, -1]], [[0.25, 1]], [[0.5, -1]], [[9, -9]]],
    'one of everything': [[[0.5]], [[-2.5]], [[-1.25]], [[0.75]]],
    'options empty': [[[0.5, 1]], [[-2.5, 1.5]], [[-1.25]], [[0.75]], {}],
    'perfect reconstruction': [
      [
        [1, 2],
        [3, -4],
      ],
      [
        [1, 2],
        [3, -4],
      ],
      [[0.5], [-1]],
      [[1], [-2]],
      { beta: 0.5 },
    ],
    'code equal to the prior': [
      [
        [1, 2],
        [3, -4],
      ],
      [
        [0.5, 1],
        [2, -2],
      ],
      [[0], [0]],
      [[0], [0]],
    ],
    'beta 0': [[[1, 2]], [[0, 0]], [[3, 1]], [[1, 1]], { beta: 0 }],
    'code wider than the data': [
      [[1], [2]],
      [[0.5], [1]],
      [
        [1, 2, 3],
        [0, -1, 1],
      ],
      [
        [0, 1, -1],
        [2, 0, 0.5],
      ],
      { beta: 4 },
    ],
    decimals: [[[0.1, 0.9]], [[-0.7, 0.3]], [[2.3]], [[-1.1]]],
    'batch of 4': [
      [[1], [0.5], [-2], [3]],
      [[0.5], [1.5], [-1], [2]],
      [[1], [-1], [0.5], [2]],
      [[0.5], [-1], [0], [1]],
    ],
  },
  illegal: {
    'reconstruction of another shape': { args: [[[1, 2]], [[1]], [[1]], [[1]]], names: 'reconstruction' },
    'mean of other length': { args: [[[1, 2]], [[1, 2]], [[1], [2]], [[1], [2]]], names: 'mean' },
    'log-variance of another shape': { args: [[[1, 2]], [[1, 2]], [[1]], [[1, 2]]], names: 'logVariance' },
  },
  hardCases: {
    'batch 1': (x) => x.length === 1,
    'batch above 1, more than 1 number a sample': (x) => x.length > 1 && (x[0]?.length ?? 0) > 1,
    'one number a sample': (x) => x[0]?.length === 1,
    'code as wide as the data, above 1': (x, _y, mean) => (x[0]?.length ?? 0) > 1 && x[0]?.length === mean[0]?.length,
    'beta 0': (_x, _y, _mean, _v, chosen) => chosen?.beta === 0,
    'beta above 1': (_x, _y, _mean, _v, chosen) => (chosen?.beta ?? 0) > 1,
  },

  worked: [
    {
      name: 'two numbers, one feature',
      origin: 'by hand: 1 + 4 + 2/4: the divergence of mean 1 and variance 1 is 1/2',
      args: [[[1, 2]], [[0, 4]], [[1]], [[0]], { beta: 0.5 }],
      expected: 5.25,
    },
    {
      name: 'two samples, no beta',
      origin: 'by hand: (1 + 4 + 9 + 16)/2 and (4 + 9)/4',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0, 0],
          [0, 0],
        ],
        [[2], [3]],
        [[0], [0]],
      ],
      expected: 18.25,
    },
  ],

  laws: [
    law(
      'with beta 0 it is the squared distance, averaged over the batch',
      fc.tuple(gridArrays),
      async (loss, drawn) => {
        const [x, y] = drawn;
        const distance = x.flat().reduce((sum, xi, i) => sum + (xi - nth(y.flat(), i)) ** 2, 0) / x.length;
        const chosen = { beta: 0 };
        expectClose(await loss(...drawn, chosen), distance, loss.allowed(...drawn, chosen), 2 ** -50 * distance);
      },
    ),
    law(
      'a perfect reconstruction costs beta times what it costs at beta 1',
      fc.tuple(arrays, beta),
      async (loss, drawn, weight) => {
        const [x, , mean, v] = drawn;
        const single = await loss(x, x, mean, v);
        const allowed = weight * loss.allowed(x, x, mean, v) + 2 ** -52 * weight * Math.abs(single);
        const chosen = { beta: weight };
        expectClose(await loss(x, x, mean, v, chosen), weight * single, loss.allowed(x, x, mean, v, chosen), allowed);
      },
    ),
    law('it is linear in beta', fc.tuple(arrays, beta), async (loss, drawn, weight) => {
      const [none, half, full] = [{ beta: 0 }, { beta: weight / 2 }, { beta: weight }];
      const [low, middle, high] = [await loss(...drawn, none), await loss(...drawn, half), await loss(...drawn, full)];
      const allowed = [none, half, half, full].map((chosen) => loss.allowed(...drawn, chosen));
      const own = 2 ** -52 * (Math.abs(low) + Math.abs(high));
      expectClose(
        low + high,
        2 * middle,
        allowed.reduce((a, b) => a + b),
        own,
      );
    }),
    law(
      'if the code has the prior distribution, beta does not matter',
      fc.tuple(arrays, beta),
      async (loss, [x, y, mean], weight) => {
        const prior = mean.map((row) => row.map(() => 0));
        const chosen = { beta: weight };
        const allowed = loss.allowed(x, y, prior, prior);
        expectClose(
          await loss(x, y, prior, prior, chosen),
          await loss(x, y, prior, prior),
          allowed,
          loss.allowed(x, y, prior, prior, chosen),
        );
      },
    ),
    law('a mean adds half its square, averaged over the batch', fc.tuple(gridArrays), async (loss, [x, y, mean, v]) => {
      const centred = mean.map((row) => row.map(() => 0));
      const squares = mean.flat().reduce((sum, mu) => sum + mu ** 2, 0) / (2 * mean.length);
      const a = loss.allowed(x, y, mean, v);
      const b = loss.allowed(x, y, centred, v);
      const got = (await loss(x, y, mean, v)) - (await loss(x, y, centred, v));
      expectClose(got, squares, a, b, 2 ** -50 * squares);
    }),
    averageOfSamples(withBeta),
    neverNegative(withBeta.map(([drawn, chosen]) => [...drawn, chosen])),
  ],

  misconceptions,

  rounding: (r, x, reconstruction, mean, logVariance, { beta }) => {
    const distances = x.map((row, n) =>
      r.sum(row.map((xi, d) => r.square(r.subtract(xi, nth(nth(reconstruction, n), d))))),
    );
    const divergences = mean.map((row, n) =>
      r.sum(
        row.map((mu, k) => {
          const v = nth(nth(logVariance, n), k);
          return r.add(r.square(mu), r.subtract(r.subtract(r.exp(v), r.exact(1)), v));
        }),
      ),
    );
    const divergence = r.multiply(r.exact(0.5), r.mean(divergences));
    return r.add(r.mean(distances), r.multiply(beta, divergence));
  },
};
