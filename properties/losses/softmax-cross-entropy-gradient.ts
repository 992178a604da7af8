import fc from 'fast-check';
import { softmaxCrossEntropyGradient as reference } from '../../reference/losses/softmax-cross-entropy-gradient.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import { extremeLogits, largeLogits } from '../inputs/logits.ts';
import { logitShift } from '../laws/logit-shift.ts';
import * as is from '../parameters/parameter.ts';

import { roundedSoftmax } from '../training/shared/rounded-softmax.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { type Targets, targetRowsOf, targets } from './shared/target-rows.ts';
import { misconceptions } from './softmax-cross-entropy-gradient.misconceptions.ts';

export type SoftmaxCrossEntropyGradient = (logits: Matrix, t: Matrix) => Matrix;

/** Logits with targets of their shape. */
const withTargets = (logits: Matrix, target: Targets): [Matrix, Matrix] => [
  logits,
  targetRowsOf(target, logits.length, logits[0]?.length ?? 0),
];

const filled = (element?: fc.Arbitrary<number>): fc.Arbitrary<Matrix> =>
  fc.tuple(size(4), size(5), numbers(element)).map(([n, c, drawn]) => take(drawn).matrix(n, c));

const cases = fc.tuple(filled(), targets).map(([z, target]) => withTargets(z, target));
const gridCases = fc.tuple(filled(grid), targets).map(([z, target]) => withTargets(z, target));

const isSoft = (row: Vector): boolean => !row.includes(1);

export const softmaxCrossEntropyGradient: Entry<SoftmaxCrossEntropyGradient> = {
  id: 'softmaxCrossEntropyGradient',
  lecture: 4,
  title: 'Gradient of softmax cross-entropy',
  latex: String.raw`\frac{\partial L}{\partial z_{nc}} = \frac{p_{nc} - t_{nc}}{N}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.2.2.3', 'Lecture 4'],
  parameters: { logits: is.matrix(), t: is.matrix() },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/losses/softmax-cross-entropy-gradient.ts'),

  inputs: cases,
  extreme: fc.tuple(largeLogits, targets).map(([z, target]) => withTargets(z, target)),
  // Classes masked by -Infinity, which the contract does not ask for here.
  extended: fc.tuple(extremeLogits, targets).map(([z, target]) => withTargets(z, target)),

  edges: {
    'one class': [
      [[1.875], [-3]],
      [[1], [1]],
    ],
    'equal logits, soft': [[[0.5, 0.5, 0.5]], [[0.25, 0.25, 0.5]]],
    'tie at the top': [[[2.5, -1, 2.5]], [[1, 0, 0]]],
    'nothing to learn': [[[1.25, 1.25]], [[0.5, 0.5]]],
    'as many samples as classes': [
      [
        [0.9375, 1.0625, -0.875],
        [2.625, -2.875, 2.125],
        [2.8125, 0.4375, 1.625],
      ],
      [
        [0, 0, 1],
        [0.25, 0.5, 0.25],
        [1, 0, 0],
      ],
    ],
    'certain and right': [[[10, -10]], [[1, 0]]],
    decimals: [[[2.3, -3.7, 0.1]], [[0.25, 0.25, 0.5]]],
  },
  extremeEdges: {
    'a thousand': [[[1000, 999, 0]], [[0, 0.5, 0.5]]],
    'a row far below the other': [
      [
        [1000, 1001],
        [-1000, -1001.5],
      ],
      [
        [1, 0],
        [0, 1],
      ],
    ],
    'a tie at the end of the range': [[[1e30, -1e30, 1e30].map(Math.fround)], [[0, 0, 1]]],
  },
  illegal: {
    'other shapes': { args: [[[1, 2, 3]], [[1, 0]]], names: 't' },
  },
  hardCases: {
    'one class': (z) => z[0]?.length === 1,
    'batch 1': (z) => z.length === 1,
    'batch above 2': (z) => z.length > 2,
    'as many samples as classes': (z) => z.length > 1 && z.length === z[0]?.length,
    'one-hot rows': (_, t) => t.some((row) => row.length > 1 && !isSoft(row)),
    'soft rows': (_, t) => t.some(isSoft),
    'a tie at the top': (z) => z.some((row) => row.length > 1 && row.filter((x) => x === Math.max(...row)).length > 1),
    'spread over 8': (z) => z.some((row) => Math.max(...row) - Math.min(...row) > 8),
  },

  worked: [
    {
      name: 'even odds',
      origin: 'by hand: 1/2 - 1 and 1/2',
      args: [[[0, 0]], [[1, 0]]],
      expected: [[-0.5, 0.5]],
    },
    {
      name: 'two samples, logits ln 1, ln 3',
      origin: 'by hand: (1/4 - 0)/2, (3/4 - 1)/2; (1/2 - 1/4)/2, (1/2 - 3/4)/2',
      args: [
        [
          [0, Math.log(3)],
          [5, 5],
        ],
        [
          [0, 1],
          [0.25, 0.75],
        ],
      ],
      expected: [
        [0.125, -0.125],
        [0.125, -0.125],
      ],
    },
  ],

  laws: [
    law('every row sums to 0', cases, async (gradient, z, t) => {
      const allowed = gradient.allowed(z, t);
      (await gradient(z, t)).forEach((row, n) => expectClose(total(row), 0, total(nth(allowed, n)), 2 ** -50));
    }),
    law('it is positive where the target is 0, negative where it is 1', cases, async (gradient, z, t) => {
      const allowed = gradient.allowed(z, t);
      (await gradient(z, t)).forEach((row, n) =>
        row.forEach((x, c) => {
          const error = allowed[n]?.[c] ?? Number.NaN;
          if (t[n]?.[c] === 0) expectThat(x >= -error, `got ${x} at [${n}][${c}]`);
          if (t[n]?.[c] === 1) expectThat(x <= error, `got ${x} at [${n}][${c}]`);
        }),
      );
    }),
    law('N times it plus the target has the odds of the logits', gridCases, async (gradient, z, t) => {
      const allowed = gradient.allowed(z, t);
      const N = z.length;
      (await gradient(z, t)).forEach((row, n) => {
        const p = row.map((x, c) => N * x + nth(nth(t, n), c));
        row.forEach((_, c) => {
          const odds = Math.exp(nth(nth(z, n), c) - nth(nth(z, n), 0));
          const error = N * ((allowed[n]?.[c] ?? Number.NaN) + odds * (allowed[n]?.[0] ?? Number.NaN));
          expectClose(p[c], odds * nth(p, 0), error, 2 ** -49 * (1 + odds));
        });
      });
    }),
    logitShift<SoftmaxCrossEntropyGradient>(gridCases),
    law('a sample alone has the gradient of its row, times N', cases, async (gradient, z, t) => {
      const together = await gradient(z, t);
      const allowed = gradient.allowed(z, t);
      const N = z.length;
      for (const n of z.keys()) {
        const [row, target] = [[nth(z, n)], [nth(t, n)]];
        const scaled = (m: Matrix): Matrix => [nth(m, n).map((x) => N * x)];
        expectClose(
          await gradient(row, target),
          scaled(together),
          gradient.allowed(row, target),
          scaled(allowed),
          2 ** -52,
        );
      }
    }),
  ],

  misconceptions,

  rounding: (r, logits, t) =>
    logits.map((row, n) =>
      roundedSoftmax(r, row).map((p, c) => r.divide(r.subtract(p, nth(nth(t, n), c)), r.exact(logits.length))),
    ),
};
