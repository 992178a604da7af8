import type { Misconception, WrongForm } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import type { Moments, RunningMoments } from './running-moments.ts';

const sum = (x: Vector): number => x.reduce((total, xk) => total + xk, 0);
const meanOf = (x: Vector): number => sum(x) / x.length;
const squaresOf = (x: Vector): number => sum(x.map((xk) => (xk - meanOf(x)) * (xk - meanOf(x))));

/** The old moments and those of the batch together; the sum of squares of both around the mean of all. */
function together({ count, mean, variance }: Moments, x: Vector): { count: number; mean: number; squares: number } {
  const all = count + x.length;
  const shift = meanOf(x) - mean;
  return {
    count: all,
    mean: mean + (shift * x.length) / all,
    squares: count * variance + squaresOf(x) + (shift * shift * count * x.length) / all,
  };
}

const batchOnly =
  (countOf: (count: number, n: number) => number): WrongForm<RunningMoments> =>
  ({ count }, x) => ({ count: countOf(count, x.length), mean: meanOf(x), variance: squaresOf(x) / x.length });

const fromSquares =
  (atLeastZero: (variance: number) => number): WrongForm<RunningMoments> =>
  (state, x) => {
    const { count, mean } = together(state, x);
    const old = state.count * (state.variance + state.mean * state.mean);
    return { count, mean, variance: atLeastZero((old + sum(x.map((xk) => xk * xk))) / count - mean * mean) };
  };

/** Count and variance as they should be, for a form whose mean is wrong. */
function weighted(state: Moments, x: Vector): { count: number; variance: number } {
  const { count, squares } = together(state, x);
  return { count, variance: squares / count };
}

/** The moments of two sides that count alike; those of the batch alone where the old ones do not count. */
const halfAndHalf =
  (counts: (count: number) => boolean): WrongForm<RunningMoments> =>
  ({ count, mean, variance }, x) => {
    const [all, own] = [count + x.length, squaresOf(x) / x.length];
    if (!counts(count)) return { count: all, mean: meanOf(x), variance: own };
    const apart = meanOf(x) - mean;
    return { count: all, mean: mean + apart / 2, variance: (variance + own) / 2 + (apart * apart) / 4 };
  };

export const misconceptions: readonly Misconception<RunningMoments>[] = [
  {
    id: 'runningMoments/batch-only',
    title: 'the moments of the batch alone',
    hint: 'The moments are those of all values so far: take the old ones in, each side with its count.',
    caughtBy: 'two values',
    implementation: batchOnly((count, n) => count + n),
    readings: [batchOnly((_count, n) => n)],
  },
  {
    id: 'runningMoments/means-shift-ignored',
    title: 'the variances averaged by their counts alone',
    hint: 'Where the two means differ, the values of both sides are further from the mean of all: add the squared distance of the means, times both counts over the square of their sum.',
    caughtBy: 'two values',
    implementation: (state, x) => {
      const { count, mean } = together(state, x);
      return { count, mean, variance: (state.count * state.variance + squaresOf(x)) / count };
    },
  },
  {
    id: 'runningMoments/sample-variance',
    title: 'a variance divided by one less than the count',
    hint: 'This is the variance of the population: divide the sum of squares by the count, not by the count less 1.',
    caughtBy: 'a batch after two values',
    implementation: (state, x) => {
      const { count, mean, squares } = together(state, x);
      return count === 1 ? undefined : { count, mean, variance: squares / (count - 1) };
    },
    readings: [
      // the old variance counts as one of a sample, too
      (state, x) => {
        const { count, mean, squares } = together(state, x);
        if (count === 1) return undefined;
        const old = state.count === 0 ? 0 : state.variance;
        return { count, mean, variance: (squares - old) / (count - 1) };
      },
      // that of the batch alone is one of a sample
      (state, x) => {
        if (x.length === 1) return undefined;
        const { count, mean, squares } = together(state, x);
        return { count, mean, variance: (squares + squaresOf(x) / (x.length - 1)) / count };
      },
    ],
  },
  {
    id: 'runningMoments/unweighted',
    title: 'the plain mean of the old moments and those of the batch',
    hint: 'Each side counts by how many values it has: weight the old moments by the old count and those of the batch by its length.',
    caughtBy: [
      'from nothing they are the moments of two passes',
      'a batch after two values',
      'two batches one after the other are as one',
    ],
    implementation: ({ count, mean, variance }, x) => ({
      count: count + x.length,
      mean: (mean + meanOf(x)) / 2,
      variance: (variance + squaresOf(x) / x.length) / 2,
    }),
    readings: [
      // what was not seen is not taken in
      ({ count, mean, variance }, x) => {
        const own = squaresOf(x) / x.length;
        const all = count + x.length;
        if (count === 0) return { count: all, mean: meanOf(x), variance: own };
        return { count: all, mean: (mean + meanOf(x)) / 2, variance: (variance + own) / 2 };
      },
      // the variance around that mean, each side as if it were half
      halfAndHalf(() => true),
      halfAndHalf((count) => count > 0),
      // the mean alone
      (state, x) => ({ ...weighted(state, x), mean: (state.mean + meanOf(x)) / 2 }),
      (state, x) => ({ ...weighted(state, x), mean: state.count === 0 ? meanOf(x) : (state.mean + meanOf(x)) / 2 }),
    ],
  },
  {
    id: 'runningMoments/mean-of-squares-minus-square',
    title: 'the mean of the squares less the square of the mean',
    hint: 'At a large offset the two squares are nearly equal and their difference has no digits left: take the squares of distances from a mean.',
    caughtBy: 'an offset of 1e8',
    verdict: 'unstable',
    cancels: true,
    implementation: fromSquares((variance) => Math.max(0, variance)),
    readings: [fromSquares((variance) => variance)],
  },
];
