import type { Misconception, WrongForm } from '../entry/entry.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { LabelSmoothing } from './label-smoothing.ts';

/** Each probability from the share, the number of classes and its row. */
const entries =
  (f: (t: number, a: number, K: number, row: Vector) => number) =>
  (t: Matrix, { smoothing }: { smoothing: number }): Matrix =>
    t.map((row) => row.map((p) => f(p, smoothing, row.length, row)));

/** The same where there are others than one class. */
const ofSeveral =
  (f: (t: number, a: number, K: number, row: Vector) => number): WrongForm<LabelSmoothing> =>
  (t, options) =>
    t[0]?.length === 1 ? undefined : entries(f)(t, options);

export const misconceptions: readonly Misconception<LabelSmoothing>[] = [
  {
    id: 'labelSmoothing/over-others',
    title: 'the share is spread over the other classes alone',
    hint: 'The share is spread over all K classes, the right one among them: a/K for each, not a/(K - 1) for the others.',
    caughtBy: 'a half of the share to each of two',
    implementation: ofSeveral((t, a, K) => (1 - a) * t + (a * (1 - t)) / (K - 1)),
    readings: [
      // by where the row is 1
      ofSeveral((t, a, K) => (t === 1 ? 1 - a : a / (K - 1))),
      // by where the row is 0
      ofSeveral((t, a, K) => (t === 0 ? a / (K - 1) : (1 - a) * t)),
      // by where the row is largest
      ofSeveral((t, a, K, row) => (t === Math.max(...row) ? 1 - a : a / (K - 1))),
      // to every class
      ofSeveral((t, a, K) => (1 - a) * t + a / (K - 1)),
    ],
  },
  {
    id: 'labelSmoothing/mass-lost',
    title: 'the share is taken away and not spread',
    hint: 'Each row must still sum to 1: add a/K to every class.',
    caughtBy: 'rows keep their sum of 1',
    implementation: entries((t, a) => (1 - a) * t),
  },
  {
    id: 'labelSmoothing/not-reduced',
    title: 'the share is spread and not taken away',
    hint: 'Each row must still sum to 1: multiply the targets by 1 - a before a/K is added.',
    caughtBy: 'rows keep their sum of 1',
    implementation: entries((t, a, K) => t + a / K),
  },
];
