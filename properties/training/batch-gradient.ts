import fc from 'fast-check';
import { batchGradient as reference } from '../../reference/training/batch-gradient.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';

import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { misconceptions } from './batch-gradient.misconceptions.ts';

export type BatchGradient = (sampleGradients: Matrix) => Vector;

const gradients: fc.Arbitrary<Matrix> = fc
  .tuple(size(5), size(4), numbers())
  .map(([b, p, drawn]) => take(drawn).matrix(b, p));

/** Few bits, so that products and sums are exact. */
const gridMatrix: fc.Arbitrary<Matrix> = fc
  .tuple(size(4), size(3), numbers(grid))
  .map(([b, p, drawn]) => take(drawn).matrix(b, p));

export const batchGradient: Entry<BatchGradient> = {
  id: 'batchGradient',
  lecture: 4,
  title: 'Gradient of a batch',
  latex: String.raw`g_p = \frac{1}{B} \sum_{n=1}^{B} g_{np}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.1.3', 'Lecture 4'],
  parameters: { sampleGradients: is.matrix() },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/training/batch-gradient.ts'),

  inputs: fc.tuple(gradients),

  edges: {
    'one sample': [[[2.5, -2.25, 0]]],
    'one parameter': [[[-1.25], [-1.75], [3.5], [0.0625]]],
    'as many samples as parameters': [
      [
        [-2.5, 2, 0.5],
        [0.75, -0.5, 1.25],
        [-3, 2.75, -1.5],
      ],
    ],
    'gradients that cancel': [
      [
        [1, 2],
        [-1, -2],
      ],
    ],
    'one number': [[[0.75]]],
    decimals: [
      [
        [0.1, -0.7],
        [0.3, 1.1],
      ],
    ],
  },
  illegal: {},
  hardCases: {
    'one sample': (g) => g.length === 1,
    'one parameter': (g) => g[0]?.length === 1,
    'square, above 1': (g) => g.length > 1 && g.length === g[0]?.length,
    'not square, neither 1': (g) => g.length > 1 && (g[0]?.length ?? 0) > 1 && g.length !== g[0]?.length,
    'three or more samples': (g) => g.length > 2,
    'a zero': (g) => g.flat().includes(0),
  },

  worked: [
    {
      name: 'three samples of two parameters',
      origin: 'by hand: (1 + 2 + 6)/3 and (-1 + 0 + 4)/3',
      args: [
        [
          [1, -1],
          [2, 0],
          [6, 4],
        ],
      ],
      expected: [3, 1],
    },
  ],

  laws: [
    law(
      'it is the gradient of the mean loss of a linear model',
      fc.tuple(gridMatrix, numbers(grid)),
      async (batchGradient, x, drawn) => {
        const { vector } = take(drawn);
        const w = vector(nth(x, 0).length);
        const targets = vector(x.length);
        const error = x.map((row, n) => dot(row, w) - nth(targets, n));
        const samples = x.map((row, n) => row.map((xi) => nth(error, n) * xi));
        const transposed = w.map((_, p) => x.map((row) => nth(row, p)));
        const expected = transposed.map((column) => dot(column, error) / x.length);
        const allowed = batchGradient.allowed(samples);
        expectClose(await batchGradient(samples), expected, allowed, allowed);
      },
    ),
    law('the gradient of one sample is its own', fc.tuple(gradients), async (batchGradient, g) => {
      const alone = [nth(g, 0)];
      expectClose(await batchGradient(alone), nth(alone, 0), batchGradient.allowed(alone));
    }),
    law('a batch twice over has the same gradient', fc.tuple(gradients), async (batchGradient, g) => {
      const twice = [...g, ...g];
      expectClose(
        await batchGradient(twice),
        await batchGradient(g),
        batchGradient.allowed(twice),
        batchGradient.allowed(g),
      );
    }),
    law('the order of the samples does not matter', fc.tuple(gradients), async (batchGradient, g) => {
      const allowed = batchGradient.allowed(g);
      expectClose(await batchGradient([...g].reverse()), await batchGradient(g), allowed, allowed);
    }),
    law('a parameter does not depend on the others', fc.tuple(gradients), async (batchGradient, g) => {
      const together = await batchGradient(g);
      for (const [p, expected] of together.entries()) {
        const column = g.map((row) => [nth(row, p)]);
        const allowed = batchGradient.allowed(column);
        expectClose(await batchGradient(column), [expected], allowed, allowed);
      }
    }),
  ],

  misconceptions,

  rounding: (r, sampleGradients) =>
    nth(sampleGradients, 0).map((_, p) => r.mean(sampleGradients.map((row) => nth(row, p)))),
};

function dot(xs: Vector, ys: Vector): number {
  return xs.reduce((sum, x, i) => sum + x * nth(ys, i), 0);
}
