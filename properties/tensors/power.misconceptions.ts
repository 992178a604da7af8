import type { Misconception } from '../entry/entry.ts';
import type { Power } from './power.ts';
import { broadcast } from './shared/broadcasting.ts';
import { leadingAligned } from './shared/leading-aligned.ts';

export const misconceptions: readonly Misconception<Power>[] = [
  {
    id: 'power/leading-aligned',
    title: 'the shapes are aligned at the first axis',
    hint: 'Align the shapes at the last axis: a vector goes with the columns of a matrix, not with its rows.',
    caughtBy: 'a square matrix and a vector',
    implementation: (a, b) => leadingAligned(a, b, (x, y) => x ** y),
  },
  {
    id: 'power/swapped',
    title: 'b to the power a',
    hint: 'The first argument is the base, the second one the exponent.',
    caughtBy: 'two numbers',
    implementation: (a, b) => broadcast(a, b, (x, y) => y ** x),
  },
  {
    id: 'power/bitwise-xor',
    title: 'the bitwise exclusive or of the two',
    hint: 'In JavaScript ^ is no power: write a ** b, or Math.pow(a, b).',
    caughtBy: 'two numbers',
    implementation: (a, b) => broadcast(a, b, (x, y) => x ^ y),
  },
];
