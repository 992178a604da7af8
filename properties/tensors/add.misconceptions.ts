import type { Misconception } from '../entry/entry.ts';
import type { Add } from './add.ts';
import { leadingAligned } from './shared/leading-aligned.ts';

export const misconceptions: readonly Misconception<Add>[] = [
  {
    id: 'add/leading-aligned',
    title: 'the shapes are aligned at the first axis',
    hint: 'Align the shapes at the last axis: a vector goes with the columns of a matrix, not with its rows.',
    caughtBy: 'a square matrix and a vector',
    implementation: (a, b) => leadingAligned(a, b, (x, y) => x + y),
  },
];
