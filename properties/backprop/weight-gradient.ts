import fc from 'fast-check';
import { weightGradient as reference } from '../../reference/backprop/weight-gradient.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import { variedMatrix } from '../inputs/varied.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { reductionLaws } from './shared/reduction-laws.ts';
import { misconceptions } from './weight-gradient.misconceptions.ts';

type Reduction = 'mean' | 'sum';
export type WeightGradient = (deltas: Matrix, activations: Matrix, reduction?: Reduction) => Matrix;
type Batch = [deltas: Matrix, activations: Matrix];

const batchOf = (element: fc.Arbitrary<number>): fc.Arbitrary<Batch> =>
  fc.tuple(size(4), size(3), size(3), numbers(element, 24)).map(([B, n, m, drawn]) => {
    const fill = take(drawn);
    return [fill.matrix(B, n), fill.matrix(B, m)];
  });
const batches = batchOf(mild);
/** On a grid, so that sums round nothing. */
const gridBatches = batchOf(grid);
const reduction = fc.constantFrom<(Reduction | undefined)[]>(undefined, 'mean', 'sum');

export const weightGradient: Entry<WeightGradient> = {
  id: 'weightGradient',
  lecture: 2,
  title: 'Gradient by the weights of a layer',
  latex: String.raw`\frac{\partial L}{\partial w_{ji}} = \frac{1}{B} \sum_{n=1}^{B} a_{nj}\, \delta_{ni}`,
  source: ['Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors', 'Lecture 2'],
  parameters: {
    deltas: is.matrix(),
    activations: is.matrix(),
    reduction: is.choice(['mean', 'sum'], { default: 'mean' }),
  },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/backprop/weight-gradient.ts'),

  inputs: fc.tuple(batches, reduction).map(([batch, r]) => given(...batch, r)),

  edges: {
    'nine samples, six units before seven': [variedMatrix(9, 7), variedMatrix(9, 6, 5)],
    'one of everything': [[[1.5]], [[-2]]],
    'one sample': [[[1.5, -1]], [[-2, 0.5, 3]]],
    'one sample, summed': [[[1.5, -1]], [[-2, 0.5, 3]], 'sum'],
    'as many units as before': [
      [
        [1.5, -1],
        [2, 0.25],
        [0, 4],
      ],
      [
        [-2, 0.5],
        [1, 3],
        [-1, -0.75],
      ],
    ],
    'as many samples as units, summed': [
      [
        [1.5, -1],
        [2, 0.25],
      ],
      [
        [-2, 0.5],
        [1, 3],
      ],
      'sum',
    ],
    'samples that cancel': [[[1], [1]], [[2], [-2]], 'mean'],
    'no error': [
      [[0], [0], [0]],
      [[2], [-2], [1]],
    ],
    decimals: [[[0.1, -0.7]], [[0.3, 1.1]]],
  },
  illegal: {
    'batches differ': { args: [[[1], [2]], [[1]]], names: 'activations' },
  },
  hardCases: {
    'one sample': (deltas) => deltas.length === 1,
    'several samples, mean': (deltas, _a, r) => deltas.length > 1 && r !== 'sum',
    'several samples, sum': (deltas, _a, r) => deltas.length > 1 && r === 'sum',
    'reduction left out': (...args) => args.length === 2,
    'as many units as before, above 1': (deltas, a) => deltas[0]?.length === a[0]?.length && a[0]?.length !== 1,
    'more units than before': (deltas, a) => (deltas[0]?.length ?? 0) > (a[0]?.length ?? 0),
    'fewer units than before': (deltas, a) => (deltas[0]?.length ?? 0) < (a[0]?.length ?? 0),
    'as many samples as units, above 1': (deltas) => deltas.length > 1 && deltas.length === deltas[0]?.length,
    'an error signal of 0': (deltas) => deltas.flat().includes(0),
  },

  worked: [
    {
      name: 'two samples, one unit on each side',
      origin: 'by hand: (2 * 0.5 - 4 * 1.5) / 2',
      args: [
        [[0.5], [1.5]],
        [[2], [-4]],
      ],
      expected: [[-2.5]],
    },
    {
      name: 'one sample',
      origin: 'by hand: every activation times every error signal',
      args: [[[2, 3]], [[5, 7, -1]]],
      expected: [
        [10, 15],
        [14, 21],
        [-2, -3],
      ],
    },
    {
      name: 'three samples, summed',
      origin: 'by hand: 1*1 + 2*0 + 3*2 and 1*1 + 2*1 + 3*0',
      args: [
        [
          [1, 1],
          [0, 1],
          [2, 0],
        ],
        [[1], [2], [3]],
        'sum',
      ],
      expected: [[7, 3]],
    },
  ],

  laws: [
    ...reductionLaws(batches),
    law('exchanging error signals and activations transposes', batches, async (gradient, deltas, activations) => {
      const g = await gradient(deltas, activations);
      const exchanged = await gradient(activations, deltas);
      const allowed = gradient.allowed(activations, deltas);
      const transposed = nth(g, 0).map((_, i) => g.map((row) => nth(row, i)));
      expectClose(exchanged, transposed, allowed, allowed);
    }),
    law(
      'along any direction it is what a step of the weights does to the drives, weighted by the error signals',
      fc.tuple(gridBatches, numbers(grid, 9)),
      async (gradient, [deltas, activations], drawn) => {
        const g = await gradient(deltas, activations, 'sum');
        const direction = take(drawn).matrix(g.length, nth(g, 0).length);
        const allowed = gradient.allowed(deltas, activations, 'sum');
        let along = 0;
        let error = 0;
        g.forEach((row, j) =>
          row.forEach((x, i) => {
            const step = nth(nth(direction, j), i);
            along += x * step;
            error += Math.abs(step) * (nth(nth(allowed, j), i) + 2 ** -48 * Math.abs(x));
          }),
        );
        let change = 0;
        deltas.forEach((row, n) =>
          row.forEach((delta, i) => {
            activations[n]?.forEach((a, j) => {
              change += delta * a * nth(nth(direction, j), i);
            });
          }),
        );
        expectClose(along, change, error);
      },
    ),
  ],

  misconceptions,

  rounding: (r, deltas, activations, reduction) =>
    nth(activations, 0).map((_, j) =>
      nth(deltas, 0).map((_, i) => {
        const sum = r.dot(column(activations, j), column(deltas, i));
        return reduction === 'mean' ? r.divide(sum, r.exact(deltas.length)) : sum;
      }),
    ),
};

function column<T>(matrix: readonly T[][], i: number): T[] {
  return matrix.map((row) => nth(row, i));
}
