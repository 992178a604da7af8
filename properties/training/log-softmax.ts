import fc from 'fast-check';
import { logSoftmaxGradient, logSoftmax as reference } from '../../reference/training/log-softmax.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid } from '../inputs/inputs.ts';
import { extremeLogits, gridLogits, logits } from '../inputs/logits.ts';
import { logitShift } from '../laws/logit-shift.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { total } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './log-softmax.misconceptions.ts';
import { roundedLogSoftmax } from './shared/rounded-log-softmax.ts';

export type LogSoftmax = (logits: Matrix, options?: { axis?: number }) => Matrix;

export const logSoftmax: Entry<LogSoftmax> = {
  id: 'logSoftmax',
  lecture: 4,
  title: 'Log-softmax',
  latex: String.raw`\ell_i = z_i - \log \sum_{j=1}^{C} e^{z_j}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, sections 4.1 and 6.2.2.3', 'Lecture 4'],
  parameters: {
    logits: is.tensor('Matrix', { noNumber: true }),
    options: is.options({ axis: is.integer(-8, { most: 7, default: -1, extended: true }) }),
  },
  result: is.tensor('Matrix'),

  reference,
  accelerated: () => import('../../accelerated/training/log-softmax.ts'),
  gradient: { wrt: ['logits'], reference: logSoftmaxGradient },

  inputs: fc.tuple(logits),
  extreme: fc.tuple(extremeLogits),
  extended: fc.tuple(logits, fc.constantFrom(0, 1, -1, -2)).map(([z, axis]) => [z, { axis }]),

  edges: {
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
    'almost certain': [
      [
        [10, -10],
        [-10, 10],
      ],
    ],
    'twenty-one apart': [[[10.5, -10.5]]],
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
    'the end of the range': [[[1e30, -1e30, 1e30]].map((row) => row.map(Math.fround))],
    'a tie far out': [[[1e30, 1e30]].map((row) => row.map(Math.fround))],
    'one masked': [[[0.5, -Infinity, 1.5]]],
    'all but one masked': [[[-Infinity, -2, -Infinity]]],
  },
  illegal: {
    empty: { args: [[[]]], names: 'logits' },
    'no such axis': { args: [[[1, 2]], { axis: -3 }], names: 'options.axis' },
  },
  hardCases: {
    'one class': (z) => z[0]?.length === 1,
    'batch 1': (z) => z.length === 1,
    'as many samples as classes': (z) => z.length > 1 && z.length === z[0]?.length,
    'a tie at the top': (z) => z.some((row) => row.length > 1 && row.filter((x) => x === Math.max(...row)).length > 1),
    'a zero': (z) => z.flat().includes(0),
    'all of a row below 0': (z) => z.some((row) => row.every((x) => x < 0)),
    'spread over 8': (z) => z.some((row) => Math.max(...row) - Math.min(...row) > 8),
  },

  worked: [
    {
      name: 'two equal logits',
      origin: 'by hand: ln 1/2',
      args: [[[0, 0]]],
      expected: [[-Math.LN2, -Math.LN2]],
    },
    {
      name: 'logits ln 1, ln 3',
      origin: 'by hand: ln 1/4, ln 3/4',
      args: [[[0, Math.log(3)]]],
      expected: [[-2 * Math.LN2, Math.log(3) - 2 * Math.LN2]],
    },
    {
      name: 'rows are independent',
      origin: 'by hand: ln 1/2 twice, ln 1/4 and ln 3/4',
      args: [
        [
          [7, 7],
          [-5, -5 + Math.log(3)],
        ],
      ],
      expected: [
        [-Math.LN2, -Math.LN2],
        [-2 * Math.LN2, Math.log(3) - 2 * Math.LN2],
      ],
    },
  ],

  laws: [
    law('e to the results of a row sums to 1', fc.tuple(logits), async (logSoftmax, z) => {
      const logP = await logSoftmax(z);
      const allowed = logSoftmax.allowed(z);
      logP.forEach((row, n) => {
        const p = row.map(Math.exp);
        const errors = p.map((x, i) => x * Math.expm1(allowed[n]?.[i] ?? Number.NaN));
        expectClose(total(p), 1, total(errors) + 2 ** -48);
      });
    }),
    law('no result is above 0', fc.tuple(logits), async (logSoftmax, z) => {
      const logP = await logSoftmax(z);
      const allowed = logSoftmax.allowed(z);
      logP.forEach((row, n) =>
        row.forEach((x, i) => expectThat(x <= (allowed[n]?.[i] ?? Number.NaN), `got ${x} at [${n}][${i}]`)),
      );
    }),
    law('two results of a row differ as their logits do', fc.tuple(gridLogits), async (logSoftmax, z) => {
      const logP = await logSoftmax(z);
      const allowed = logSoftmax.allowed(z);
      z.forEach((row, n) =>
        row.forEach((x, i) => {
          const [first, here] = [nth(nth(logP, n), 0), nth(nth(logP, n), i)];
          const rounding = 2 ** -52 * (Math.abs(first) + Math.abs(here));
          expectClose(here - first, x - nth(row, 0), allowed[n]?.[i] ?? 0, allowed[n]?.[0] ?? 0, rounding);
        }),
      );
    }),
    logitShift<LogSoftmax>(fc.tuple(gridLogits)),
    sampleIndependence<LogSoftmax>(fc.tuple(logits)),
    law('where all logits of a row are equal it is -ln C', fc.tuple(logits, grid), async (logSoftmax, z, value) => {
      const equal = z.map((row) => row.map(() => value));
      const expected = equal.map((row) => row.map(() => -Math.log(row.length)));
      expectClose(await logSoftmax(equal), expected, logSoftmax.allowed(equal), 2 ** -50);
    }),
    law(
      'along the first axis it is the log-softmax of the transposed logits',
      fc.tuple(logits),
      async (logSoftmax, z) => {
        const allowed = transposed(logSoftmax.allowed(transposed(z)));
        expectClose(await logSoftmax(z, { axis: 0 }), transposed(await logSoftmax(transposed(z))), allowed, allowed);
      },
      { extended: true },
    ),
  ],

  misconceptions,

  rounding: (r, logits, { axis }) =>
    axis === undefined || axis.value === -1 || axis.value === 1
      ? logits.map((row) => roundedLogSoftmax(r, row))
      : transposed(transposed(logits).map((column) => roundedLogSoftmax(r, column))),
};
