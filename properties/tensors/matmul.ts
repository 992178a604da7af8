import fc from 'fast-check';
import { matmulGradient, matmul as reference } from '../../reference/tensors/matmul.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, numbers, size } from '../inputs/inputs.ts';
import { filled } from '../inputs/tensors.ts';
import { variedMatrix } from '../inputs/varied.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { indicesOf, itemAt, itemsOf, nestOf, shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './matmul.misconceptions.ts';
import { exchanged, matmulNests } from './shared/matrices.ts';

const parameters = {
  a: is.tensor('Tensor', { noNumber: true }),
  b: is.tensor('Tensor', { noNumber: true }),
  options: is.options({ transposeA: is.boolean({ default: false }), transposeB: is.boolean({ default: false }) }),
};

/** Shapes of batches that broadcast, of rank 0 to 2. */
const batches: fc.Arbitrary<[number[], number[]]> = fc.constantFrom(
  [[], []],
  [[2], []],
  [[], [2]],
  [[2], [2]],
  [[1], [2]],
  [[2], [1]],
  [[2, 1], [2]],
  [[2], [1, 1]],
  [
    [1, 2],
    [2, 1],
  ],
);

export type Matmul = (a: Tensor, b: Tensor, options?: Options) => Tensor;

type Options = OptionsOf<typeof parameters.options>;

/** Matrices that fit, each behind a batch of its own; the batches broadcast. */
const inputs: fc.Arbitrary<[Tensor, Tensor, Options?]> = fc
  .tuple(fc.tuple(size(3), size(4), size(3)), batches, numbers(), numbers(), drawnOptions(parameters.options))
  .map(([[m, n, p], [batchA, batchB], drawnA, drawnB, options]) => {
    const a = options?.transposeA ? [n, m] : [m, n];
    const b = options?.transposeB ? [p, n] : [n, p];
    return given(filled([...batchA, ...a], drawnA), filled([...batchB, ...b], drawnB), options) as [
      Tensor,
      Tensor,
      Options?,
    ];
  });

export const matmul: Entry<Matmul> = {
  id: 'matmul',
  lecture: 3,
  title: 'Product of matrices',
  latex: String.raw`c_{\dots ij} = \sum_k a_{\dots ik}\, b_{\dots kj}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 2.2', 'Lecture 3'],
  parameters,
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/matmul.ts'),
  gradient: { wrt: ['a', 'b'], reference: matmulGradient },

  inputs,

  edges: {
    'a matrix and a column': [
      [
        [1, 2],
        [3, 4],
      ],
      [[5], [6]],
    ],
    'two square matrices': [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 9],
      ],
    ],
    'equal shapes, the second transposed': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [
        [1, 0, 2],
        [3, 1, 1],
      ],
      { transposeB: true },
    ],
    'equal shapes, the first transposed': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [
        [1, 0, 2],
        [3, 1, 1],
      ],
      { transposeA: true },
    ],
    'both transposed': [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 9],
      ],
      { transposeA: true, transposeB: true },
    ],
    'one by one': [[[2]], [[-3]]],
    'a batch and a matrix': [
      [[[1, 2]], [[3, 4]]],
      [
        [5, 1],
        [6, 2],
      ],
    ],
    'a matrix and a batch': [
      [
        [5, 1],
        [6, 2],
      ],
      [
        [[1], [2]],
        [[3], [4]],
      ],
    ],
    'two batches': [
      [[[1, 2]], [[3, 4]]],
      [
        [[5], [6]],
        [[7], [9]],
      ],
    ],
    'seven inner': [variedMatrix(2, 7), variedMatrix(7, 3, 2)],
    'batches of batches and a matrix': [
      [
        [[[1, 2]], [[3, 4]]],
        [[[5, 6]], [[7, 9]]],
      ],
      [
        [5, 1],
        [6, 2],
      ],
    ],
    'a matrix and batches of batches': [
      [
        [5, 1],
        [6, 2],
      ],
      [
        [
          [[1], [2]],
          [[3], [4]],
        ],
        [
          [[5], [6]],
          [[7], [9]],
        ],
      ],
    ],
    'batches that both are repeated': [
      [[[[1, 2]]], [[[3, 4]]]],
      [
        [[1], [2]],
        [[3], [5]],
      ],
    ],
  },
  illegal: {
    'inner sizes differ': { args: [[[1, 2]], [[1], [2], [3]]], names: 'b' },
    'inner sizes differ, transposed': { args: [[[1, 2]], [[1], [2]], { transposeB: true }], names: 'b' },
    'inner sizes differ, the first transposed': {
      args: [[[1], [2]], [[1, 2]], { transposeA: true }],
      names: 'b',
    },
    'a vector': {
      args: [
        [1, 2],
        [[1], [2]],
      ],
      names: 'a',
    },
    'a number': { args: [[[1, 2]], 3], names: 'b' },
    'batches do not broadcast': {
      args: [
        [[[1]], [[2]]],
        [[[1]], [[2]], [[3]]],
      ],
      names: 'b',
    },
    empty: { args: [[[]], [[1]]], names: 'a' },
  },
  hardCases: {
    'two matrices': (a, b) => rankOf(a) === 2 && rankOf(b) === 2,
    'a batch and a matrix': (a, b) => rankOf(a) > 2 && rankOf(b) === 2,
    'a matrix and a batch': (a, b) => rankOf(a) === 2 && rankOf(b) > 2,
    'two batches': (a, b) => rankOf(a) > 2 && rankOf(b) > 2,
    'rank 4': (a, b) => Math.max(rankOf(a), rankOf(b)) === 4,
    'square matrices of two and more': (a, b) => {
      const sizes = [...shapeOfNest(a).slice(-2), ...shapeOfNest(b).slice(-2)];
      return new Set(sizes).size === 1 && nth(sizes, 0) > 1;
    },
    'several terms': (a, _, options) => nth(shapeOfNest(a).slice(-2), options?.transposeA ? 0 : 1) > 2,
    'transposed, not square': (a, _, options) => {
      const [rows, columns] = shapeOfNest(a).slice(-2);
      return options?.transposeA === true && rows !== columns;
    },
  },

  worked: [
    {
      name: 'a matrix by a column',
      origin: 'by hand: 5 + 12, 15 + 24',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [[5], [6]],
      ],
      expected: [[17], [39]],
    },
    {
      name: 'two square matrices',
      origin: 'by hand: 5 + 14, 6 + 16, 15 + 28, 18 + 32',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ],
      expected: [
        [19, 22],
        [43, 50],
      ],
    },
    {
      name: 'the second transposed',
      origin: 'by hand: 5 + 12, 7 + 16, 15 + 24, 21 + 32',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
        { transposeB: true },
      ],
      expected: [
        [17, 23],
        [39, 53],
      ],
    },
    {
      name: 'each matrix of a batch',
      origin: 'by hand: 5 + 12, 15 + 24',
      args: [
        [[[1, 2]], [[3, 4]]],
        [[5], [6]],
      ],
      expected: [[[17]], [[39]]],
    },
  ],

  laws: [
    law('the product with the unit matrix is the matrix', inputs.map(one), async (matmul, [a]) => {
      const columns = nth(shapeOfNest(a), rankOf(a) - 1);
      const unit = nestOf([columns, columns], ([i, j]) => (i === j ? 1 : 0));
      expectClose(await matmul(a, unit), a, matmul.allowed(a, unit));
    }),
    law(
      'a transposed factor is the factor with its last axes exchanged',
      inputs.map(one),
      async (matmul, [a, b, options = {}]) => {
        const { transposeA = false, transposeB = false } = options;
        const [left, right] = [transposeA ? exchanged(a) : a, transposeB ? exchanged(b) : b];
        const got = await matmul(a, b, { transposeA, transposeB });
        expectClose(got, await matmul(left, right), matmul.allowed(left, right), matmul.allowed(left, right));
      },
    ),
    law(
      'the transposed product is the product of the transposed in the other order',
      inputs.map(one),
      async (matmul, [a, b, options = {}]) => {
        const { transposeA = false, transposeB = false } = options;
        const other = { transposeA: !transposeB, transposeB: !transposeA };
        const got = await matmul(a, b, { transposeA, transposeB });
        const allowed = matmul.allowed(a, b, { transposeA, transposeB });
        expectClose(
          got,
          exchanged(await matmul(b, a, other)),
          allowed,
          exchanged(matmul.allowed(b, a, other) as Tensor),
        );
      },
    ),
    law(
      'an element is the sum of the products of a row and a column',
      inputs.map(one),
      async (matmul, [a, b, options = {}]) => {
        const { transposeA = false, transposeB = false } = options;
        const [left, right] = [transposeA ? exchanged(a) : a, transposeB ? exchanged(b) : b];
        const got = await matmul(a, b, { transposeA, transposeB });
        const allowed = matmul.allowed(a, b, { transposeA, transposeB }) as Tensor;
        const last = nth(indicesOf(shapeOfNest(got)), -1 + itemsOf(got).length);
        expectClose(itemAt(got, last), elementOf(left, right, last), itemAt(allowed, last), itemAt(allowed, last));
      },
    ),
  ],

  misconceptions,

  rounding: (r, a, b, { transposeA, transposeB }) =>
    matmulNests(transposeA ? exchanged(a) : a, transposeB ? exchanged(b) : b, (xs, ys) => r.dot(xs, ys)),
};

function one<T>(input: T): [T] {
  return [input];
}

function rankOf(x: Tensor): number {
  return shapeOfNest(x).length;
}

/** One element of the product, by its sum. */
function elementOf(a: Tensor, b: Tensor, index: readonly number[]): number {
  const product = matmulNests(a, b, (xs, ys) => xs.reduce((sum, x, k) => sum + x * nth(ys, k), 0));
  return itemAt(product, index) as number;
}
