import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { Accuracy } from './accuracy.ts';
import { type Mean, type MeanState, RESET, weightsOf } from './shared/running-means.ts';

type Largest = (row: Vector) => number;

const first: Largest = (row) => row.indexOf(Math.max(...row));
const last: Largest = (row) => row.lastIndexOf(Math.max(...row));

const update = (state: MeanState, y: Matrix, t: Matrix | Vector, weights: Vector, largest: Largest): Mean => {
  const hit = (n: number): boolean => {
    const target = nth(t, n);
    return largest(nth(y, n)) === (typeof target === 'number' ? target : largest(target));
  };
  const total = weights.reduce((sum, w, n) => sum + (hit(n) ? w : 0), state.total);
  const count = weights.reduce((sum, w) => sum + w, state.count);
  return { total, count, result: count === 0 ? 0 : total / count };
};

export const misconceptions: readonly Misconception<Accuracy>[] = [
  {
    id: 'accuracy/state-ignored',
    title: 'the accuracy of the last batch alone',
    hint: 'Begin with the total and the count of the batches before.',
    caughtBy: 'two batches',
    implementation: (_, y, t, options) => update(RESET, y, t, weightsOf(y.length, options), first),
  },
  {
    id: 'accuracy/weights-ignored',
    title: 'every sample counted once',
    hint: 'A sample that is right adds its weight to the total, and each adds its weight to the count.',
    caughtBy: 'weighted',
    implementation: (state, y, t) => update(state, y, t, weightsOf(y.length, undefined), first),
  },
  {
    id: 'accuracy/last-of-ties',
    title: 'the last of equal scores',
    hint: 'Where several scores are largest the first of them is taken.',
    caughtBy: 'the first of equal scores is taken',
    implementation: (state, y, t, options) => update(state, y, t, weightsOf(y.length, options), last),
  },
];
