import fc from 'fast-check';
import { meanSquaredErrorGradient, meanSquaredError as reference } from '../../reference/losses/mean-squared-error.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import { variedMatrix } from '../inputs/varied.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './mean-squared-error.misconceptions.ts';
import { meanOfSamples } from './shared/loss-laws.ts';

export type MeanSquaredError = (y: Matrix, t: Matrix) => number;

/** Predictions and targets of one shape, drawn apart; sometimes equal in every element. */
const pairs = (element?: fc.Arbitrary<number>): fc.Arbitrary<[Matrix, Matrix]> =>
  fc
    .tuple(size(4), size(5), numbers(element), numbers(element))
    .map(([n, c, predicted, wanted]) => [take(predicted).matrix(n, c), take(wanted).matrix(n, c)]);

const cases = pairs();

export const meanSquaredError: Entry<MeanSquaredError> = {
  id: 'meanSquaredError',
  lecture: 4,
  title: 'Mean squared error',
  latex: String.raw`L = \frac{1}{N C} \sum_{n=1}^{N} \sum_{c=1}^{C} (t_{nc} - y_{nc})^2`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 5.1.4', 'Lecture 4'],
  parameters: { y: is.matrix(), t: is.matrix() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/losses/mean-squared-error.ts'),
  gradient: { wrt: ['y', 't'], reference: meanSquaredErrorGradient },

  inputs: cases,

  edges: {
    'seven samples of six': [variedMatrix(7, 6), variedMatrix(7, 6, 5)],
    'one element': [[[1.5]], [[-0.25]]],
    'no error': [
      [
        [1.5, -2],
        [0, 3.25],
      ],
      [
        [1.5, -2],
        [0, 3.25],
      ],
    ],
    'zeros that are met': [[[0, 1.5, 0]], [[0, 0.5, 0]]],
    'batch 1': [[[1, -2, 0.5]], [[0, 2, 0.75]]],
    'one output': [
      [[1], [-2], [0.5]],
      [[0], [2], [0.75]],
    ],
    'errors that cancel': [[[1, -1]], [[0, 0]]],
    decimals: [
      [[0.1], [-0.7]],
      [[0.3], [1.1]],
    ],
  },
  illegal: {
    'other columns': { args: [[[1, 2, 3]], [[1, 2]]], names: 't' },
    'fewer targets than samples': { args: [[[1], [2]], [[1]]], names: 't' },
    'more targets than samples': { args: [[[1]], [[1], [2]]], names: 't' },
    'targets transposed': { args: [[[1, 2]], [[1], [2]]], names: 't' },
  },
  hardCases: {
    'one element': (y) => y.flat().length === 1,
    'batch 1': (y) => y.length === 1,
    'one output': (y) => y[0]?.length === 1,
    'more samples than outputs': (y) => y.length > (y[0]?.length ?? 0),
    'fewer samples than outputs': (y) => y.length < (y[0]?.length ?? 0),
    'as many samples as outputs': (y) => y.length > 1 && y.length === y[0]?.length,
    'an error above 1': (y, t) => y.some((row, n) => row.some((x, c) => Math.abs(x - nth(nth(t, n), c)) > 1)),
    'errors of both signs': (y, t) => {
      const errors = y.flatMap((row, n) => row.map((x, c) => x - nth(nth(t, n), c)));
      return errors.some((x) => x > 0) && errors.some((x) => x < 0);
    },
  },

  worked: [
    {
      name: 'two samples of three outputs',
      origin: 'by hand: (1 + 4 + 9 + 0 + 16 + 0) / 6',
      args: [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [
          [0, 4, 0],
          [4, 1, 6],
        ],
      ],
      expected: 5,
    },
    { name: 'one element, by hand', origin: 'by hand: 3^2', args: [[[5]], [[2]]], expected: 9 },
  ],

  laws: [
    law('it is 0 where every prediction is right', cases, async (loss, y, t) => {
      expectClose(await loss(y, y), 0, 0);
      expectClose(await loss(t, t), 0, 0);
    }),
    law('it is never negative', cases, async (loss, y, t) => {
      const cost = await loss(y, t);
      expectThat(cost >= 0, `got ${cost}`);
    }),
    law('predictions and targets may change places', cases, async (loss, y, t) => {
      expectClose(await loss(y, t), await loss(t, y), loss.allowed(y, t), loss.allowed(t, y));
    }),
    law('doubling predictions and targets makes it four times as large', cases, async (loss, y, t) => {
      const doubled = (m: Matrix): Matrix => m.map((row) => row.map((x) => 2 * x));
      const allowed = 4 * loss.allowed(y, t);
      expectClose(
        await loss(doubled(y), doubled(t)),
        4 * (await loss(y, t)),
        loss.allowed(doubled(y), doubled(t)),
        allowed,
      );
    }),
    law('a constant error e costs e^2', fc.tuple(pairs(grid), grid), async (loss, [y], e) => {
      const t = y.map((row) => row.map((x) => x + e));
      expectClose(await loss(y, t), e * e, loss.allowed(y, t), 2 ** -52 * e * e);
    }),
    meanOfSamples(cases),
    law('outputs count as samples do', cases, async (loss, y, t) => {
      const [a, b] = [transposed(y), transposed(t)];
      expectClose(await loss(a, b), await loss(y, t), loss.allowed(a, b), loss.allowed(y, t));
    }),
  ],

  misconceptions,

  rounding: (r, y, t) => r.mean(y.flatMap((row, n) => row.map((x, c) => r.square(r.subtract(nth(nth(t, n), c), x))))),
};
