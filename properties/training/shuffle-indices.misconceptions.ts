import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { ShuffleIndices } from './shuffle-indices.ts';

/** The indices after one swap for each number. */
function swapped(n: number, random: Vector, places: (u: number, k: number) => [number, number]): Vector {
  const a = Array.from({ length: n }, (_, i) => i);
  random.forEach((u, k) => swap(a, ...places(u, k)));
  return a;
}

/** The shuffle from the top with another choice of j. */
const shuffled = (n: number, random: Vector, choose: (u: number, i: number) => number): Vector =>
  swapped(n, random, (u, k) => [n - 1 - k, choose(u, n - 1 - k)]);

function swap(a: Vector, i: number, j: number): void {
  const ai = nth(a, i);
  a[i] = nth(a, j);
  a[j] = ai;
}

export const misconceptions: readonly Misconception<ShuffleIndices>[] = [
  {
    id: 'shuffleIndices/naive',
    title: 'each swaps with any of all n places',
    hint: 'What has had its turn must stay: j is one of 0..i, not of 0..n-1, or some orders come more often than others.',
    caughtBy: 'four indices',
    implementation: (n, random) => shuffled(n, random, (u) => Math.floor(u * n)),
    readings: [(n, random) => swapped(n, random, (u, i) => [i, Math.floor(u * n)])],
  },
  {
    id: 'shuffleIndices/never-stays',
    title: 'an index never stays in its place',
    hint: 'j may equal i: there are i + 1 places from 0 to i, and each must be as likely as the others.',
    caughtBy: 'what may stay stays',
    implementation: (n, random) => shuffled(n, random, (u, i) => Math.floor(u * i)),
  },
  {
    id: 'shuffleIndices/from-the-bottom',
    title: 'the swaps run from the bottom up',
    hint: 'Begin at the top: let i run from n - 1 down to 1, so that the first number of random decides what comes last.',
    caughtBy: 'four indices',
    implementation: (n, random) => swapped(n, random, (u, k) => [k, k + Math.floor(u * (n - k))]),
    readings: [
      // each with a place below it
      (n, random) => swapped(n, random, (u, k) => [k + 1, Math.floor(u * (k + 2))]),
      // from the first place on, so that the last one stays
      (n, random) => swapped(n, random, (u, k) => [k, Math.floor(u * (k + 1))]),
      // with the numbers from last to first; those of the other loop so turned make the inverse permutation, another error
      (n, random) => swapped(n, [...random].reverse(), (u, k) => [k, k + Math.floor(u * (n - k))]),
    ],
  },
];
