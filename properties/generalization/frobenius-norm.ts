import fc from 'fast-check';
import { frobeniusNormGradient, frobeniusNorm as reference } from '../../reference/generalization/frobenius-norm.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './frobenius-norm.misconceptions.ts';
import { hugeScale, lengthOf, roundedNorm } from './shared/norms.ts';

export type FrobeniusNorm = (w: Matrix) => number;

const matricesOf = (element?: fc.Arbitrary<number>): fc.Arbitrary<Matrix> =>
  fc.tuple(size(4), size(4), numbers(element, 16)).map(([m, n, drawn]) => take(drawn).matrix(m, n));

const matrices = matricesOf();
/** Entries that are all huge or all tiny, or each of another size. */
const anySize: fc.Arbitrary<Matrix> = fc.oneof(
  fc
    .tuple(matrices, hugeScale, fc.boolean())
    .map(([w, scale, tiny]) => w.map((row) => row.map((x) => (tiny ? x / scale : x * scale)))),
  matricesOf(
    fc.tuple(mild, hugeScale, fc.constantFrom('huge', 'mild', 'tiny')).map(([x, scale, kind]) => {
      return kind === 'huge' ? x * scale : kind === 'tiny' ? x / scale : x;
    }),
  ),
);

export const frobeniusNorm: Entry<FrobeniusNorm> = {
  id: 'frobeniusNorm',
  lecture: 6,
  title: 'Frobenius norm',
  latex: String.raw`\lVert W \rVert_F = \sqrt{\sum_{ij} w_{ij}^2}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 2.5', 'Lecture 6'],
  parameters: { w: is.matrix() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/generalization/frobenius-norm.ts'),
  gradient: {
    wrt: ['w'],
    reference: frobeniusNormGradient,
    // The norm bends most near 0.
    inputs: fc.tuple(matrices.filter((w) => lengthOf(w.flat()) >= 0.5)),
  },

  inputs: fc.tuple(matrices),
  extreme: fc.tuple(anySize),

  edges: {
    'one entry': [[[-1.5]]],
    'all zero': [
      [
        [0, 0],
        [0, 0],
      ],
    ],
    'a row': [[[1, -2, 2]]],
    'a column': [[[2], [-3], [6]]],
    'one that is not 0': [
      [
        [0, 0],
        [0, -0.75],
      ],
    ],
  },
  extremeEdges: {
    'entries of 1e170': [
      [
        [3e170, -4e170],
        [0, 1e170],
      ],
    ],
    'entries of 1e-170': [
      [
        [3e-170, -4e-170],
        [0, 1e-170],
      ],
    ],
    'one of 1e170 beside ordinary ones': [[[1, 1e170, -2]]],
  },
  illegal: {},
  hardCases: {
    'one entry': (w) => w.flat().length === 1,
    'a row': (w) => w.length === 1 && (w[0]?.length ?? 0) > 1,
    'a column': (w) => w.length > 1 && w[0]?.length === 1,
    'a zero': (w) => w.flat().includes(0),
    'entries of both signs': (w) => w.flat().some((x) => x < 0) && w.flat().some((x) => x > 0),
  },

  worked: [
    {
      name: 'a right triangle',
      origin: 'by hand: sqrt(9 + 16)',
      args: [
        [
          [3, 0],
          [0, -4],
        ],
      ],
      expected: 5,
    },
    { name: 'four alike', origin: 'by hand: sqrt(4 / 4)', args: [[[0.5, -0.5, 0.5, 0.5]]], expected: 1 },
    {
      name: 'a right triangle of 1e170',
      origin: 'by hand: sqrt(9 + 16) times 2^562',
      args: [[[3 * 2 ** 562, 4 * 2 ** 562]]],
      expected: 5 * 2 ** 562,
    },
    {
      name: 'a right triangle of 1e-170',
      origin: 'by hand: sqrt(9 + 16) times 2^-562',
      args: [[[3 * 2 ** -562, 4 * 2 ** -562]]],
      expected: 5 * 2 ** -562,
    },
  ],

  laws: [
    law('minus twice the matrix is twice as long', fc.tuple(matrices), async (norm, w) => {
      const twice = w.map((row) => row.map((x) => -2 * x || 0));
      expectClose(await norm(twice), 2 * (await norm(w)), norm.allowed(twice), 2 * norm.allowed(w));
    }),
    law('the transposed matrix is as long', fc.tuple(matrices), async (norm, w) => {
      const turned = transposed(w);
      expectClose(await norm(turned), await norm(w), norm.allowed(turned), norm.allowed(w));
    }),
    law('two matrices, one below the other, are legs of a right triangle', fc.tuple(matrices), async (norm, w) => {
      const below = w.map((row) => row.map((x) => 2 - x));
      const both = [...w, ...below];
      const [a, b, c] = [await norm(w), await norm(below), await norm(both)];
      const squareError = (x: number, error: number): number => (2 * x + error) * error + 2 ** -50 * x * x;
      expectClose(
        c * c,
        a * a + b * b,
        squareError(c, norm.allowed(both)),
        squareError(a, norm.allowed(w)),
        squareError(b, norm.allowed(below)),
      );
    }),
    law('a matrix of n equal entries is root n times one of them', fc.tuple(size(4), mild), async (norm, m, x) => {
      const w = Array.from({ length: m }, () => Array.from({ length: m }, () => x));
      expectClose(await norm(w), m * Math.abs(x), norm.allowed(w));
    }),
  ],

  misconceptions,

  rounding: (r, w) => roundedNorm(r, w.flat()),
};
