import type { Misconception } from '../entry/entry.ts';
import type { Range } from './range.ts';

export const misconceptions: readonly Misconception<Range>[] = [
  {
    id: 'range/limit-included',
    title: 'the limit is among the numbers',
    hint: 'The limit is left out: 0 to 5 has five numbers.',
    caughtBy: 'quarters',
    implementation: (start, limit, delta) =>
      Array.from({ length: Math.floor((limit - start) / delta) + 1 }, (_, i) => start + i * delta),
  },
  {
    id: 'range/rounded-down',
    title: 'the last number before the limit is missing',
    hint: 'Round the number of steps up: a part of a step still has its first number.',
    caughtBy: 'the limit between two',
    implementation: (start, limit, delta) =>
      Array.from({ length: Math.floor((limit - start) / delta) }, (_, i) => start + i * delta),
  },
  {
    id: 'range/delta-ignored',
    title: 'the step is always 1',
    hint: 'Go by steps of delta.',
    caughtBy: 'quarters',
    implementation: (start, limit) =>
      Array.from({ length: Math.max(0, Math.ceil(limit - start)) }, (_, i) => start + i),
  },
];
