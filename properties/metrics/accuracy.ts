import fc from 'fast-check';
import { accuracy as reference } from '../../reference/metrics/accuracy.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, numbers, size, take } from '../inputs/inputs.ts';
import { indicesOf, oneHotRow, targets, targetsOf } from '../losses/shared/target-rows.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { edges, illegal, worked } from './accuracy.cases.ts';
import { misconceptions } from './accuracy.misconceptions.ts';
import {
  type Mean,
  type MeanState,
  meanStates,
  RESET,
  roundedMean,
  weight,
  weightsOf,
} from './shared/running-means.ts';

type Options = { weights?: Vector } | undefined;
export type Accuracy = (state: MeanState, y: Matrix, t: Matrix | Vector, options?: Options) => Mean;
type Arguments = Parameters<Accuracy>;

/** Scores of which several are often largest. */
const scores = fc.oneof(numbers(), numbers(fc.integer({ min: -1, max: 2 })));

/** Up to 4 samples of up to 5 classes on top of a state, with weights or without. */
const cases: fc.Arbitrary<Arguments> = fc
  .tuple(
    meanStates,
    size(4),
    size(5),
    scores,
    targets,
    numbers(weight),
    fc.constantFrom('absent', 'empty', 'given', 'given'),
  )
  .map(([state, N, C, drawn, target, weights, options]) =>
    given(
      state,
      take(drawn).matrix(N, C),
      targetsOf(target, N, C),
      options === 'absent' ? undefined : options === 'empty' ? {} : { weights: take(weights).vector(N) },
    ),
  );

const tied = (row: Vector): boolean => row.filter((x) => x === Math.max(...row)).length > 1;

export const accuracy: Entry<Accuracy> = {
  id: 'accuracy',
  lecture: 4,
  title: 'Running accuracy',
  latex: String.raw`r = \frac{1}{W} \sum_n w_n \bigl[ \arg\max_c y_{nc} = \arg\max_c t_{nc} \bigr]`,
  source: ['Keras 3, keras.metrics.CategoricalAccuracy', 'Lecture 4'],
  parameters: {
    state: is.record({ total: is.number(), count: is.number({ least: 0 }) }),
    y: is.matrix(),
    t: is.tensor('Matrix | Vector', { noNumber: true }),
    options: is.options({ weights: is.vector({ element: { least: 0 }, optional: true, extended: true }) }),
  },
  result: is.record({ total: is.number(), count: is.number(), result: is.number() }),

  reference,
  accelerated: () => import('../../accelerated/metrics/accuracy.ts'),

  inputs: cases,

  edges,
  illegal,
  hardCases: {
    'after a reset': (state) => state.count === 0,
    'one class': (_, y) => y[0]?.length === 1,
    'one sample': (_, y) => y.length === 1,
    'class indices': (_state, _y, t) => typeof t[0] === 'number',
    'rows of targets': (_state, _y, t) => typeof t[0] !== 'number',
    'scores alike at the top': (_, y) => y.some(tied),
    'targets alike at the top': (_state, _y, t) => t.some((row) => typeof row !== 'number' && tied(row)),
    'weights that differ': (_state, _y, _t, options) => new Set(options?.weights ?? []).size > 1,
  },

  worked,

  laws: [
    law('two batches in turn are one long batch', fc.tuple(cases, meanStates), async (accuracy, [, y, t, o], state) => {
      const weights = weightsOf(y.length, o);
      const middle = Math.ceil(y.length / 2);
      const part = (from: number, to?: number): [Matrix, Matrix | Vector, Options] => [
        y.slice(from, to),
        t.slice(from, to),
        { weights: weights.slice(from, to) },
      ];
      const before = await accuracy(state, ...part(0, middle));
      const after = middle < y.length ? await accuracy(before, ...part(middle)) : before;
      // Weights and totals are multiples of 1/16 below 100: they add up exactly, and only the quotient is rounded.
      const { result } = accuracy.allowed(state, y, t, { weights });
      expectClose(after, await accuracy(state, y, t, { weights }), { total: 0, count: 0, result: 2 * result });
    }),
    law('after a reset it lies between 0 and 1', cases, async (accuracy, _, ...args) => {
      const { result } = await accuracy(RESET, ...args);
      expectThat(result >= 0 && result <= 1, `got ${result}`);
    }),
    law(
      'predictions that are the targets are all right',
      fc.tuple(size(4), size(5), targets),
      async (accuracy, N, C, target) => {
        const indices = indicesOf(target, N, C);
        const rows = indices.map((k) => oneHotRow(k, C));
        expectClose(await accuracy(RESET, rows, rows), { total: N, count: N, result: 1 }, 0);
        expectClose(await accuracy(RESET, rows, indices), { total: N, count: N, result: 1 }, 0);
      },
    ),
    law(
      'class indices and one-hot rows agree',
      fc.tuple(cases, targets),
      async (accuracy, [state, y, , ...o], target) => {
        const C = nth(y, 0).length;
        const indices = indicesOf(target, y.length, C);
        const rows = indices.map((k) => oneHotRow(k, C));
        expectClose(
          await accuracy(state, y, indices, ...o),
          await accuracy(state, y, rows, ...o),
          accuracy.allowed(state, y, rows, ...o),
        );
      },
    ),
    law(
      'adding one number to every score of a sample changes nothing',
      fc.tuple(cases, numbers(grid), grid),
      async (accuracy, [state, y, t, ...o], drawn, shift) => {
        const onGrid = take(drawn).matrix(y.length, nth(y, 0).length);
        const shifted = onGrid.map((row) => row.map((x) => x + shift));
        expectClose(
          await accuracy(state, shifted, t, ...o),
          await accuracy(state, onGrid, t, ...o),
          accuracy.allowed(state, onGrid, t, ...o),
        );
      },
    ),
  ],

  misconceptions,

  rounding: (r, state, y, t, options) => {
    const matches = y.map((row, n) => {
      const target = t[n];
      const wanted = Array.isArray(target) ? firstLargest(target.map(({ value }) => value)) : target?.value;
      return r.exact(firstLargest(row.map(({ value }) => value)) === wanted ? 1 : 0);
    });
    return roundedMean(r, state, matches, options?.weights);
  },
};

function firstLargest(row: Vector): number {
  return row.indexOf(Math.max(...row));
}
