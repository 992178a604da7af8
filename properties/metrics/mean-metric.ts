import fc from 'fast-check';
import { meanMetric as reference } from '../../reference/metrics/mean-metric.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, mild, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './mean-metric.misconceptions.ts';
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
export type MeanMetric = (state: MeanState, values: Vector, options?: Options) => Mean;
type Arguments = Parameters<MeanMetric>;

/** Up to 6 values on top of a state, with weights or without. */
const cases: fc.Arbitrary<Arguments> = fc
  .tuple(
    meanStates,
    size(6),
    numbers(),
    numbers(weight),
    fc.constantFrom('absent', 'empty', 'given', 'given', 'given', 'zeros'),
  )
  .map(([state, n, values, weights, options]) =>
    given(
      state,
      take(values).vector(n),
      options === 'absent'
        ? undefined
        : options === 'empty'
          ? {}
          : { weights: take(options === 'zeros' ? [0] : weights).vector(n) },
    ),
  );

export const meanMetric: Entry<MeanMetric> = {
  id: 'meanMetric',
  lecture: 4,
  title: 'Running mean',
  latex: String.raw`S' = S + \sum_i w_i x_i, \quad W' = W + \sum_i w_i, \quad r = \frac{S'}{W'}`,
  source: ['Keras 3, keras.metrics.Mean', 'Lecture 4'],
  parameters: {
    state: is.record({ total: is.number(), count: is.number({ least: 0 }) }),
    values: is.vector(),
    options: is.options({ weights: is.vector({ element: { least: 0 }, optional: true, extended: true }) }),
  },
  result: is.record({ total: is.number(), count: is.number(), result: is.number() }),

  reference,
  accelerated: () => import('../../accelerated/metrics/mean-metric.ts'),

  inputs: cases,

  edges: {
    'the first batch': [RESET, [1.5, -0.5, 2]],
    'one value': [{ total: 3, count: 2 }, [6], {}],
    'weights of 0 alone, after a reset': [RESET, [1.5, 2], { weights: [0, 0] }],
    'weights of 0 alone': [{ total: 3, count: 2 }, [1.5, 2], { weights: [0, 0] }],
    'weights that differ': [{ total: -1, count: 4 }, [1, 2, 3], { weights: [0.5, 0, 2] }],
  },
  illegal: {
    'a negative weight': { args: [RESET, [1, 2], { weights: [1, -1] }], names: 'options.weights' },
    'fewer weights than values': { args: [RESET, [1, 2], { weights: [1] }], names: 'options.weights' },
  },
  hardCases: {
    'after a reset': (state) => state.count === 0,
    'after other values': (state) => state.count > 0,
    'one value': (_, values) => values.length === 1,
    'weights that differ': (_state, _values, options) => new Set(options?.weights ?? []).size > 1,
    'a weight of 0': (_state, _values, options) => options?.weights?.includes(0) ?? false,
    'weights of 0 alone after a reset': (state, _, options) =>
      state.count === 0 && options?.weights !== undefined && options.weights.every((w) => w === 0),
  },

  worked: [
    {
      name: 'two batches',
      origin: 'by hand: (1 + 2 + 6) / 3',
      args: [{ total: 3, count: 2 }, [6]],
      expected: { total: 9, count: 3, result: 3 },
    },
    {
      name: 'two batches, weighted',
      origin: 'by hand: (4 + 3 1 + 1 5) / (4 + 3 + 1)',
      args: [{ total: 4, count: 4 }, [1, 5], { weights: [3, 1] }],
      expected: { total: 12, count: 8, result: 1.5 },
    },
  ],

  laws: [
    law(
      'two batches in turn are one long batch',
      fc.tuple(cases, cases),
      async (mean, [state, first, one], [, second, two]) => {
        const weights = [...weightsOf(first.length, one), ...weightsOf(second.length, two)];
        const before = await mean(state, first, ...present(one));
        const after = await mean(before, second, ...present(two));
        const together = [...first, ...second];
        const early = mean.allowed(state, first, ...present(one));
        const late = mean.allowed(before, second, ...present(two));
        // An error of the first total or count is passed on to the second, and to the result over the count.
        const handed = { total: early.total, count: early.count, result: passedOn(early, after) };
        expectClose(
          after,
          await mean(state, together, { weights }),
          late,
          handed,
          mean.allowed(state, together, { weights }),
        );
      },
    ),
    law('the order of the values does not matter', cases, async (mean, state, values, ...o) => {
      const reversed = [state, values.toReversed(), ...o.map((x) => reversedWeights(x))] as Arguments;
      expectClose(
        await mean(...reversed),
        await mean(state, values, ...o),
        mean.allowed(...reversed),
        mean.allowed(state, values, ...o),
      );
    }),
    law(
      'a value of weight 2 counts as if it came twice, one of weight 0 not at all',
      fc.tuple(meanStates, mild, mild, mild),
      async (mean, state, a, b, c) => {
        const weighted: Arguments = [state, [a, b, c], { weights: [2, 0, 1] }];
        const repeated: Arguments = [state, [a, a, c]];
        expectClose(
          await mean(...weighted),
          await mean(...repeated),
          mean.allowed(...weighted),
          mean.allowed(...repeated),
        );
      },
    ),
    law(
      'after a reset the mean lies between the smallest and the largest value',
      fc.tuple(size(6), numbers()),
      async (mean, n, drawn) => {
        const values = take(drawn).vector(n);
        const { result } = await mean(RESET, values);
        const { result: allowed } = mean.allowed(RESET, values);
        expectThat(result >= Math.min(...values) - allowed && result <= Math.max(...values) + allowed, `got ${result}`);
      },
    ),
    law('the result times the count is the total', cases, async (mean, ...args) => {
      const { total, count, result } = await mean(...args);
      const allowed = mean.allowed(...args);
      const error = allowed.total + Math.abs(result) * allowed.count + count * allowed.result;
      if (count > 0) expectClose(result * count, total, error, 2 ** -52 * Math.abs(total));
    }),
  ],

  misconceptions,

  rounding: (r, state, values, options) => roundedMean(r, state, values, options?.weights),
};

/** An options argument as a list that is empty where it is absent. */
function present(options: Options): [] | [NonNullable<Options>] {
  return options === undefined ? [] : [options];
}

function reversedWeights(options: Options): Options {
  return options?.weights === undefined ? options : { weights: options.weights.toReversed() };
}

/** How far errors of the state move the result that follows from it. */
function passedOn(early: Mean, { result, count }: Mean): number {
  return count === 0 ? 0 : (early.total + Math.abs(result) * early.count) / (count - early.count);
}
