import type { Misconception } from '../entry/entry.ts';
import type { FrobeniusNorm } from './frobenius-norm.ts';
import { lengthOf, squaresOf } from './shared/norms.ts';

export const misconceptions: readonly Misconception<FrobeniusNorm>[] = [
  {
    id: 'frobeniusNorm/root-missing',
    title: 'the sum of the squares',
    hint: 'Take the square root of the sum: the norm of twice the matrix is twice as large, not four times.',
    caughtBy: 'minus twice the matrix is twice as long',
    implementation: (w) => squaresOf(w.flat()),
    readings: [(w) => lengthOf(w.flat()) * lengthOf(w.flat())],
  },
  {
    id: 'frobeniusNorm/absolute-sum',
    title: 'the sum of the absolute values',
    hint: 'Square the entries before you sum, and take the root of the sum: this is the norm of L2, not of L1.',
    caughtBy: 'a right triangle',
    implementation: (w) => w.flat().reduce((sum, x) => sum + Math.abs(x), 0),
  },
  {
    id: 'frobeniusNorm/largest-entry',
    title: 'the largest absolute value',
    hint: 'Every entry counts: take the root of the sum of all squares, not the largest entry.',
    caughtBy: 'a right triangle',
    implementation: (w) => Math.max(...w.flat().map(Math.abs)),
  },
  {
    id: 'frobeniusNorm/squares-overflow',
    title: 'squares of the entries as they are',
    hint: 'The square of 1e170 is Infinity and that of 1e-170 is 0: divide by the largest entry before you square, and multiply the root by it.',
    caughtBy: ['entries of 1e170', 'entries of 1e-170'],
    verdict: 'unstable',
    implementation: (w) => Math.sqrt(squaresOf(w.flat())),
  },
];
