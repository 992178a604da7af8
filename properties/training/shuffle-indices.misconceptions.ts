import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { ShuffleIndices } from './shuffle-indices.ts';

/** The shuffle from the top with another choice of j. */
function shuffled(n: number, random: Vector, choose: (u: number, i: number) => number): Vector {
  const a = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i >= 1; i--) swap(a, i, choose(nth(random, n - 1 - i), i));
  return a;
}

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
    readings: [
      (n, random) => {
        const a = Array.from({ length: n }, (_, i) => i);
        random.forEach((u, i) => swap(a, i, Math.floor(u * n)));
        return a;
      },
    ],
  },
  {
    id: 'shuffleIndices/never-stays',
    title: 'an index never stays in its place',
    hint: 'j may equal i: there are i + 1 places from 0 to i, and each must be as likely as the others.',
    caughtBy: 'what may stay stays',
    implementation: (n, random) => shuffled(n, random, (u, i) => Math.floor(u * i)),
  },
];
