import fc from 'fast-check';
import { appendBiasColumn as reference } from '../../reference/perceptron/append-bias-column.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './append-bias-column.misconceptions.ts';
import { plainDrives } from './shared/layer-inputs.ts';

export type AppendBiasColumn = (x: Matrix) => Matrix;

const samples: fc.Arbitrary<Matrix> = fc
  .tuple(size(4), size(4), numbers())
  .map(([B, m, drawn]) => take(drawn).matrix(B, m));

export const appendBiasColumn: Entry<AppendBiasColumn> = {
  id: 'appendBiasColumn',
  lecture: 1,
  title: 'Column of ones for the biases',
  latex: String.raw`[x, 1]_{ni} = \begin{cases} x_{ni} & i \le m \\ 1 & i = m + 1 \end{cases}`,
  source: ['Bishop (2006), Pattern Recognition and Machine Learning, section 5.1', 'Lecture 1'],
  parameters: { x: is.matrix() },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/perceptron/append-bias-column.ts'),

  inputs: fc.tuple(samples),

  edges: {
    'one number': [[[2.5]]],
    'one sample': [[[1.5, -2, 0]]],
    'one input': [[[1.5], [-2]]],
    square: [
      [
        [1.5, -2],
        [0.25, 3],
      ],
    ],
    'nothing but ones': [
      [
        [1, 1],
        [1, 1],
      ],
    ],
  },
  illegal: {},
  hardCases: {
    'one sample': (x) => x.length === 1,
    'one input': (x) => x[0]?.length === 1,
    'square above 1': (x) => x.length > 1 && x.length === x[0]?.length,
    'not square': (x) => x.length !== x[0]?.length,
    'a last input that is not 1': (x) => x.some((row) => row.at(-1) !== 1),
  },

  worked: [
    {
      name: 'two samples',
      origin: 'by hand',
      args: [
        [
          [2, 3],
          [4, 5],
        ],
      ],
      expected: [
        [2, 3, 1],
        [4, 5, 1],
      ],
    },
    { name: 'one number', origin: 'by hand', args: [[[-7]]], expected: [[-7, 1]] },
  ],

  laws: [
    law('it has one column more, which holds ones', fc.tuple(samples), async (append, x) => {
      const augmented = await append(x);
      const fits = augmented.length === x.length && augmented.every((row, n) => row.length === nth(x, n).length + 1);
      expectThat(fits && augmented.every((row) => row.at(-1) === 1), `got ${JSON.stringify(augmented)}`);
    }),
    law('the columns before it are those of x', fc.tuple(samples), async (append, x) => {
      expectClose(
        (await append(x)).map((row) => row.slice(0, -1)),
        x,
        0,
      );
    }),
    law(
      'the last row of weights does what biases do',
      fc.tuple(samples, numbers(grid, 10), size(2)),
      async (append, x, drawn, n) => {
        const fill = take(drawn);
        const coarse = x.map((row) => row.map((xi) => Math.round(16 * xi) / 16));
        const [w, b] = [fill.matrix(nth(x, 0).length, n), fill.vector(n)];
        // Sums of products of a grid: nothing is rounded.
        expectClose(
          plainDrives(
            await append(coarse),
            [...w, b],
            b.map(() => 0),
          ),
          plainDrives(coarse, w, b),
          0,
        );
      },
    ),
    sampleIndependence<AppendBiasColumn>(fc.tuple(samples)),
  ],

  misconceptions,

  rounding: (r, x) => x.map((row) => [...row, r.exact(1)]),
};
