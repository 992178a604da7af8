import fc from 'fast-check';
import { softmax as reference, softmaxGradient } from '../../reference/training/softmax.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { extremeLogits, gridLogits, logits } from '../inputs/logits.ts';
import { variedMatrix } from '../inputs/varied.ts';
import { logitShift } from '../laws/logit-shift.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { total } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { roundedSoftmax } from './shared/rounded-softmax.ts';
import { misconceptions } from './softmax.misconceptions.ts';

export type Softmax = (logits: Matrix, options?: { axis?: number }) => Matrix;

export const softmax: Entry<Softmax> = {
  id: 'softmax',
  lecture: 4,
  title: 'Softmax',
  latex: String.raw`p_i = \frac{e^{z_i}}{\sum_{j=1}^{C} e^{z_j}}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, sections 4.1 and 6.2.2.3', 'Lecture 4'],
  parameters: {
    logits: is.tensor('Matrix', { noNumber: true }),
    options: is.options({ axis: is.integer(-8, { most: 7, default: -1, extended: true }) }),
  },
  result: is.tensor('Matrix'),

  reference,
  accelerated: () => import('../../accelerated/training/softmax.ts'),
  gradient: { wrt: ['logits'], reference: softmaxGradient },

  inputs: fc.tuple(logits),
  extreme: fc.tuple(extremeLogits),
  extended: fc.tuple(logits, fc.constantFrom(0, 1, -1, -2)).map(([z, axis]) => [z, { axis }]),

  edges: {
    'seven samples, six classes': [variedMatrix(7, 6)],
    'one class': [[[1.875], [-3]]],
    'equal logits': [
      [
        [0.5, 0.5, 0.5],
        [0, 0, 0],
      ],
    ],
    'tie at the top': [[[2.5, -1, 2.5]]],
    'batch 1': [[[1.625, -2.3125, 0.625]]],
    'as many samples as classes': [
      [
        [0.9375, 1.0625, -0.875],
        [2.625, -2.875, 2.125],
        [2.8125, 0.4375, 1.625],
      ],
    ],
    'far apart': [
      [
        [10, -10],
        [-10, 10],
      ],
    ],
    'twenty-one apart': [[[10.5, -10.5, 0]]],
    decimals: [[[2.3, -3.7, 0.1]]],
  },
  extremeEdges: {
    'a thousand': [[[1000, 999, 0]]],
    'a thousand below': [[[-1000, -999]]],
    'a row far below the other': [
      [
        [1000, 1001],
        [-1000, -1001.5],
      ],
    ],
    'the end of the range': [[[1e30, -1e30, 1e30]]],
    'the far end below': [[[-1e30, -1e30, -2e30]]],
    'one masked': [[[0.5, -Infinity, 1.5]]],
    'all but one masked': [[[-Infinity, -2, -Infinity]]],
  },
  illegal: {
    empty: { args: [[[]]], names: 'logits' },
    'no such axis': { args: [[[1, 2]], { axis: 2 }], names: 'options.axis' },
  },
  hardCases: {
    'one class': (z) => z[0]?.length === 1,
    'batch 1': (z) => z.length === 1,
    'a tie at the top': (z) => z.some((row) => row.length > 1 && row.filter((x) => x === Math.max(...row)).length > 1),
    'a zero': (z) => z.flat().includes(0),
    'spread over 8': (z) => z.some((row) => Math.max(...row) - Math.min(...row) > 8),
  },

  worked: [
    { name: 'two equal logits', origin: 'by hand: e^0 / (e^0 + e^0)', args: [[[0, 0]]], expected: [[0.5, 0.5]] },
    {
      name: 'logits ln 1, ln 2, ln 5',
      origin: 'by hand: 1/8, 2/8, 5/8',
      args: [[[Math.log(1), Math.log(2), Math.log(5)]]],
      expected: [[0.125, 0.25, 0.625]],
    },
    {
      name: 'rows are independent',
      origin: 'by hand: 1/4, 3/4 and 1/2, 1/2',
      args: [
        [
          [0, Math.log(3)],
          [7, 7],
        ],
      ],
      expected: [
        [0.25, 0.75],
        [0.5, 0.5],
      ],
    },
  ],

  laws: [
    law('every row sums to 1', fc.tuple(logits), async (softmax, z) => {
      const p = await softmax(z);
      const allowed = softmax.allowed(z);
      p.forEach((row, n) => expectClose(total(row), 1, total(nth(allowed, n))));
    }),
    law('no probability is negative, none above 1', fc.tuple(logits), async (softmax, z) => {
      const p = await softmax(z);
      expectThat(
        p.flat().every((x) => x >= 0 && x <= 1),
        `got ${JSON.stringify(p)}`,
      );
    }),
    logitShift<Softmax>(fc.tuple(gridLogits)),
    law('a larger logit has no smaller probability', fc.tuple(logits), async (softmax, z) => {
      const p = await softmax(z);
      z.forEach((row, n) =>
        row.forEach((a, i) =>
          row.forEach((b, j) => {
            if (a > b)
              expectThat((p[n]?.[i] ?? Number.NaN) >= (p[n]?.[j] ?? Number.NaN), `p[${n}][${i}] < p[${n}][${j}]`);
          }),
        ),
      );
    }),
    sampleIndependence<Softmax>(fc.tuple(logits)),
    law('the odds of two classes are e to the difference of their logits', fc.tuple(gridLogits), async (softmax, z) => {
      const p = await softmax(z);
      const allowed = softmax.allowed(z);
      z.forEach((row, n) =>
        row.forEach((x, i) => {
          const odds = Math.exp(x - nth(row, 0));
          const error = (allowed[n]?.[i] ?? 0) + odds * ((allowed[n]?.[0] ?? 0) + 4 * 2 ** -53 * (p[n]?.[0] ?? 0));
          expectClose(p[n]?.[i], odds * nth(nth(p, n), 0), error);
        }),
      );
    }),
    law(
      'along the first axis it is the softmax of the transposed logits',
      fc.tuple(logits),
      async (softmax, z) => {
        const allowed = transposed(softmax.allowed(transposed(z)));
        expectClose(await softmax(z, { axis: 0 }), transposed(await softmax(transposed(z))), allowed, allowed);
      },
      { extended: true },
    ),
  ],

  misconceptions,

  rounding: (r, logits, { axis }) =>
    axis === undefined || axis.value === -1 || axis.value === 1
      ? logits.map((row) => roundedSoftmax(r, row))
      : transposed(transposed(logits).map((column) => roundedSoftmax(r, column))),
};
