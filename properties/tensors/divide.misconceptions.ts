import type { Misconception } from '../entry/entry.ts';
import type { Divide } from './divide.ts';
import { broadcast } from './shared/broadcasting.ts';
import { leadingAligned } from './shared/leading-aligned.ts';

export const misconceptions: readonly Misconception<Divide>[] = [
  {
    id: 'divide/leading-aligned',
    title: 'the shapes are aligned at the first axis',
    hint: 'Align the shapes at the last axis: a vector goes with the columns of a matrix, not with its rows.',
    caughtBy: 'a square matrix and a vector',
    implementation: (a, b) => leadingAligned(a, b, (x, y) => x / y),
  },
  {
    id: 'divide/swapped',
    title: 'b is divided by a',
    hint: 'Divide a, the first argument, by b.',
    caughtBy: 'two numbers',
    implementation: (a, b) => broadcast(a, b, (x, y) => y / x),
  },
  {
    id: 'divide/truncated',
    title: 'the quotients are whole numbers',
    hint: 'Keep the fraction: / of two numbers is 1.5 for 3 and 2; drop Math.trunc, Math.floor, Math.round, or | 0.',
    caughtBy: 'quotients that are not whole',
    implementation: (a, b) => broadcast(a, b, (x, y) => Math.trunc(x / y)),
    readings: [
      (a, b) => broadcast(a, b, (x, y) => Math.floor(x / y)),
      (a, b) => broadcast(a, b, (x, y) => Math.round(x / y)),
    ],
  },
];
