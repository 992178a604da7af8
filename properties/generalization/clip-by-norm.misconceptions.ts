import type { Misconception } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import type { ClipByNorm } from './clip-by-norm.ts';
import { lengthOf, squaresOf } from './shared/norms.ts';

const times = (g: Vector, factor: number): Vector => g.map((x) => x * factor);
const naive = (g: Vector): number => Math.sqrt(squaresOf(g));

export const misconceptions: readonly Misconception<ClipByNorm>[] = [
  {
    id: 'clipByNorm/always-scaled',
    title: 'shorter gradients are scaled up, too',
    hint: 'Scale only where the norm is larger than maxNorm: a shorter gradient stays as it is.',
    caughtBy: 'a shorter gradient stays',
    implementation: (g, c) => times(g, c / lengthOf(g)),
  },
  {
    id: 'clipByNorm/by-value',
    title: 'each entry is clipped by itself',
    hint: 'Compare the norm of the whole gradient with maxNorm, and scale all entries by one factor, so that the direction stays.',
    caughtBy: 'the direction stays',
    implementation: (g, c) => g.map((x) => Math.min(Math.max(x, -c), c)),
  },
  {
    id: 'clipByNorm/squared-norm',
    title: 'the square of the norm in place of the norm',
    hint: 'The norm is the square root of the sum of the squares: take the root before you compare and divide.',
    caughtBy: 'a longer gradient is brought to the limit',
    implementation: (g, c) => (squaresOf(g) > c ? times(g, c / squaresOf(g)) : g),
    readings: [
      (g, c) => (lengthOf(g) > c ? times(g, c / squaresOf(g)) : g),
      (g, c) => (squaresOf(g) > c ? times(g, c / lengthOf(g)) : g),
    ],
  },
  {
    id: 'clipByNorm/squares-overflow',
    title: 'squares of the entries as they are',
    hint: 'The square of 1e170 is Infinity: divide by the largest entry before you square, and multiply the root by it.',
    caughtBy: 'entries of 1e170',
    verdict: 'unstable',
    implementation: (g, c) => (naive(g) > c ? times(g, c / naive(g)) : g),
    readings: [
      // and 0 / 0 for zeros as well
      (g, c) => times(g, Math.min(naive(g), c) / naive(g)),
      // Infinity over Infinity
      (g, c) => g.map((x) => (naive(g) > c ? (x * c) / naive(g) : x)),
    ],
  },
  {
    id: 'clipByNorm/zero-over-zero',
    title: 'a division by a norm of 0',
    hint: 'The norm of a gradient of zeros is 0: divide only where the norm is larger than maxNorm.',
    caughtBy: 'zeros',
    verdict: 'unstable',
    implementation: (g, c) => times(g, Math.min(lengthOf(g), c) / lengthOf(g)),
    readings: [(g, c) => g.map((x) => (x / lengthOf(g)) * Math.min(lengthOf(g), c))],
  },
];
