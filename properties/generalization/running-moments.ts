import fc from 'fast-check';
import { runningMoments as reference } from '../../reference/generalization/running-moments.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './running-moments.misconceptions.ts';
import { meanOf, varianceOf } from './shared/moments.ts';

export type Moments = { count: number; mean: number; variance: number };
export type RunningMoments = (state: Moments, x: Vector, options?: { momentum?: number }) => Moments;
type Arguments = [state: Moments, x: Vector];

const MOMENTS = { count: is.integer(0), mean: is.number(), variance: is.number({ least: 0 }) };
const NOTHING: Moments = { count: 0, mean: 0, variance: 0 };

const counts = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1), weight: 2 },
  { arbitrary: fc.integer({ min: 2, max: 12 }), weight: 4 },
  { arbitrary: fc.integer({ min: 13, max: 1000 }), weight: 1 },
);
const batches = fc.tuple(size(6), numbers(undefined, 8)).map(([n, drawn]) => take(drawn).vector(n));
/** What was seen of one value does not vary, and of none there are no moments. */
const state = (count: number, mean: number, variance: number): Moments =>
  count === 0 ? NOTHING : { count, mean, variance: count === 1 ? 0 : Math.abs(variance) };
const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(counts, mild, mild, batches, fc.constantFrom('any', 'any', 'any', 'any', 'equal means'))
  .map(([count, mean, variance, x, kind]) => [
    state(count, kind === 'equal means' ? meanOf(x.map((xk) => Math.round(4 * xk))) : mean, variance),
    kind === 'equal means' ? x.map((xk) => Math.round(4 * xk) || 0) : x,
  ]);

/** Values within 2 of an offset of 1e8, in multiples of 1/16. */
const extreme: fc.Arbitrary<Arguments> = fc
  .tuple(
    counts,
    size(6),
    numbers(
      fc.integer({ min: -32, max: 32 }).map((k) => k / 16 || 0),
      8,
    ),
    fc.constantFrom(1e8, -1e8),
  )
  .map(([count, n, drawn, offset]): Arguments => {
    const fill = take(drawn);
    const x = fill.vector(n).map((step) => offset + step);
    return [state(count, offset + fill.number(), 0.5 + Math.abs(fill.number())), x];
  })
  .filter(([{ count }, x]) => count > 1 || varianceOf(x) >= 0.25);

const averaged = fc
  .tuple(inputs, fc.constantFrom(0, 0.25, 0.5, 0.9, 1))
  .map(([[before, x], momentum]): Parameters<RunningMoments> => [before, x, { momentum }]);

export const runningMoments: Entry<RunningMoments> = {
  id: 'runningMoments',
  lecture: 6,
  title: 'Running mean and variance',
  latex: String.raw`m_k = m_{k-1} + \frac{x_k - m_{k-1}}{k}, \quad S_k = S_{k-1} + (x_k - m_{k-1})(x_k - m_k), \quad v_k = \frac{S_k}{k}`,
  source: ['Welford (1962), Note on a Method for Calculating Corrected Sums of Squares and Products', 'Lecture 6'],
  parameters: {
    state: is.record(MOMENTS),
    x: is.vector(),
    options: is.options({ momentum: is.probability({ optional: true, extended: true }) }),
  },
  result: is.record(MOMENTS),

  reference,
  accelerated: () => import('../../accelerated/generalization/running-moments.ts'),

  inputs,
  extreme,
  extended: averaged,

  edges: {
    'nothing seen yet': [NOTHING, [1.5, -2, 0.25]],
    'nothing seen yet, one value': [NOTHING, [1.5]],
    'one seen, one value': [{ count: 1, mean: 1.5, variance: 0 }, [-0.5]],
    'one seen, the same again': [{ count: 1, mean: 1.5, variance: 0 }, [1.5]],
    'equal means': [{ count: 3, mean: 2, variance: 1.5 }, [1, 3]],
    'equal counts': [{ count: 2, mean: -1, variance: 0.25 }, [1, 4]],
    'many seen, one value': [{ count: 1000, mean: 0.5, variance: 2 }, [4]],
    zeros: [{ count: 2, mean: 0, variance: 0 }, [0, 0]],
    'a batch without spread': [{ count: 4, mean: 1, variance: 2 }, [3, 3]],
    'one tiny value, averaged': [{ count: 2, mean: 0, variance: 0 }, [2 ** -70], { momentum: 0.5 }],
  },
  extremeEdges: {
    'an offset of 1e8': [{ count: 4, mean: 1e8 + 0.25, variance: 0.75 }, [1e8 + 1, 1e8 - 0.5, 1e8 + 1.5]],
    'an offset of 1e8, nothing seen yet': [NOTHING, [1e8 + 1, 1e8 - 0.5, 1e8 + 1.5]],
    'an offset of -1e8, one value': [{ count: 3, mean: -1e8, variance: 1.25 }, [-1e8 - 1]],
  },
  illegal: {
    'a mean of nothing': { args: [{ count: 0, mean: 1, variance: 0 }, [1, 2]], names: 'state.mean' },
    'a variance of nothing': { args: [{ count: 0, mean: 0, variance: 1 }, [1, 2]], names: 'state.variance' },
    'momentum above 1': { args: [NOTHING, [1, 2], { momentum: 1.5 }], names: 'options.momentum' },
  },
  hardCases: {
    'nothing seen yet': ({ count }) => count === 0,
    'one seen': ({ count }) => count === 1,
    'more than 12 seen': ({ count }) => count > 12,
    'one value': (_state, x) => x.length === 1,
    'several values': (_state, x) => x.length > 1,
    'equal means': ({ count, mean }, x) => count > 0 && mean === meanOf(x),
    'means that differ': ({ count, mean }, x) => count > 0 && Math.abs(mean - meanOf(x)) > 0.5,
    'as many as before': ({ count }, x) => count === x.length,
  },

  worked: [
    {
      name: 'two values',
      origin: 'by hand: the mean of 2 and 4 is 3, each 1 from it',
      args: [{ count: 1, mean: 2, variance: 0 }, [4]],
      expected: { count: 2, mean: 3, variance: 1 },
    },
    {
      name: 'a batch after two values',
      origin: 'by hand: of 0, 2, 5 and 9 the mean is 4, and the squares are 16, 4, 1 and 25',
      args: [{ count: 2, mean: 1, variance: 1 }, [5, 9]],
      expected: { count: 4, mean: 4, variance: 11.5 },
    },
    {
      name: 'an exponential average',
      origin: 'by hand: of 3 and 5 the mean is 4 and the variance is 1; half of each and of 2 and 3',
      args: [{ count: 7, mean: 2, variance: 3 }, [3, 5], { momentum: 0.5 }],
      expected: { count: 9, mean: 3, variance: 2 },
    },
  ],

  laws: [
    law('from nothing they are the moments of two passes', fc.tuple(batches), async (moments, x) => {
      const error = 2 ** -48 * x.reduce((sum, xk) => sum + xk * xk, 0);
      expectClose(
        await moments(NOTHING, x),
        { count: x.length, mean: meanOf(x), variance: varianceOf(x) },
        moments.allowed(NOTHING, x),
        error,
      );
    }),
    law('two batches one after the other are as one', fc.tuple(batches, batches), async (moments, a, b) => {
      const first = await moments(NOTHING, a);
      const all = [...a, ...b];
      const [mean, variance] = errorsOf(moments.allowed(NOTHING, a));
      const spread = Math.max(...all) - Math.min(...all);
      // What the first ones are off by reaches the second result, the mean through the squared distance of the means.
      const carried = { count: 0, mean, variance: variance + 2 * (spread + mean) * mean };
      expectClose(
        await moments(first, b),
        await moments(NOTHING, all),
        moments.allowed(first, b),
        moments.allowed(NOTHING, all),
        carried,
      );
    }),
    law('the order of the values does not matter', fc.tuple(inputs), async (moments, [before, x]) => {
      const turned = x.toReversed();
      expectClose(
        await moments(before, turned),
        await moments(before, x),
        moments.allowed(before, turned),
        moments.allowed(before, x),
      );
    }),
    law('minus twice the values have four times the variance', fc.tuple(inputs), async (moments, [before, x]) => {
      const scaled = { ...before, mean: -2 * before.mean || 0, variance: 4 * before.variance };
      const twice = x.map((xk) => -2 * xk || 0);
      const { count, mean, variance } = await moments(before, x);
      const [ofMean, ofVariance] = errorsOf(moments.allowed(before, x));
      expectClose(
        await moments(scaled, twice),
        { count, mean: -2 * mean, variance: 4 * variance },
        moments.allowed(scaled, twice),
        { count: 0, mean: 2 * ofMean, variance: 4 * ofVariance },
      );
    }),
    law('more of the mean leave it, and the squares are spread over more', fc.tuple(inputs), async (moments, drawn) => {
      const [{ count, mean, variance }] = drawn;
      const before = { count, mean, variance };
      const allowed = moments.allowed(before, [mean, mean]);
      expectClose(
        await moments(before, [mean, mean]),
        { count: count + 2, mean, variance: (count / (count + 2)) * variance },
        allowed,
        2 ** -50 * variance,
      );
    }),
    law(
      'with momentum 1 the moments stay, with 0 they are those of the batch',
      fc.tuple(inputs),
      async (moments, [before, x]) => {
        const [stay, now] = [{ momentum: 1 }, { momentum: 0 }];
        const count = before.count + x.length;
        expectClose(await moments(before, x, stay), { ...before, count }, moments.allowed(before, x, stay));
        expectClose(
          await moments(before, x, now),
          { ...(await moments(NOTHING, x)), count },
          moments.allowed(before, x, now),
          moments.allowed(NOTHING, x),
        );
      },
      { extended: true },
    ),
  ],

  misconceptions,

  rounding: (r, state, x, { momentum }: { momentum?: Rounded }) => {
    if (momentum === undefined) return withBatch(r, state, x);
    const none = r.exact(0);
    const batch = withBatch(r, { count: none, mean: none, variance: none }, x);
    const rest = r.subtract(r.exact(1), momentum);
    const average = (old: Rounded, now: Rounded): Rounded => r.add(r.multiply(momentum, old), r.multiply(rest, now));
    return {
      count: r.exact(state.count.value + x.length),
      mean: average(state.mean, batch.mean),
      variance: average(state.variance, batch.variance),
    };
  },
};

type RoundedMoments = { count: Rounded; mean: Rounded; variance: Rounded };

/** From the first value, or the old mean: then an offset costs no digits of the variance. */
function withBatch(r: Rounding, state: RoundedMoments, x: readonly Rounded[]): RoundedMoments {
  const old = state.count.value;
  let mean = old === 0 ? nth(x, 0) : state.mean;
  let squares = r.multiply(r.exact(old), state.variance);
  for (let k = old === 0 ? 1 : 0; k < x.length; k++) {
    const d = r.subtract(nth(x, k), mean);
    mean = r.add(mean, r.divide(d, r.exact(old + k + 1)));
    squares = r.add(squares, r.multiply(d, r.subtract(nth(x, k), mean)));
  }
  const count = r.exact(old + x.length);
  return { count, mean, variance: r.divide(squares, count) };
}

function errorsOf({ mean, variance }: Moments): [mean: number, variance: number] {
  return [mean, variance];
}
