import type { Misconception } from '../entry/entry.ts';
import { broadcast } from './shared/broadcasting.ts';
import { leadingAligned } from './shared/leading-aligned.ts';
import type { Subtract } from './subtract.ts';

export const misconceptions: readonly Misconception<Subtract>[] = [
  {
    id: 'subtract/leading-aligned',
    title: 'the shapes are aligned at the first axis',
    hint: 'Align the shapes at the last axis: a vector goes with the columns of a matrix, not with its rows.',
    caughtBy: 'a square matrix and a vector',
    implementation: (a, b) => leadingAligned(a, b, (x, y) => x - y),
  },
  {
    id: 'subtract/swapped',
    title: 'a is subtracted from b',
    hint: 'Subtract b, the second argument, from a: the sign of every element is turned.',
    caughtBy: 'two numbers',
    implementation: (a, b) => broadcast(a, b, (x, y) => y - x),
  },
];
