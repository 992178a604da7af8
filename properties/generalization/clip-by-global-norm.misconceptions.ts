import type { Misconception } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import type { ClipByGlobalNorm } from './clip-by-global-norm.ts';
import { lengthOf, squaresOf } from './shared/norms.ts';

const times = (gs: Vector[], factor: number): Vector[] => gs.map((g) => g.map((x) => x * factor));
const norm = (gs: Vector[]): number => lengthOf(gs.flat());
const naive = (gs: Vector[]): number => Math.sqrt(squaresOf(gs.flat()));
const summed = (gs: Vector[]): number => gs.reduce((sum, g) => sum + lengthOf(g), 0);

export const misconceptions: readonly Misconception<ClipByGlobalNorm>[] = [
  {
    id: 'clipByGlobalNorm/per-tensor',
    title: 'each gradient is clipped by its own norm',
    hint: 'There is one norm of all gradients together, and one factor for all of them, so that the step keeps its direction.',
    caughtBy: 'the direction of all together stays',
    implementation: (gs, c) => gs.map((g) => (lengthOf(g) > c ? g.map((x) => x * (c / lengthOf(g))) : g)),
  },
  {
    id: 'clipByGlobalNorm/norms-summed',
    title: 'the sum of the norms in place of the norm of all',
    hint: 'Sum the squares of all entries of all gradients, and take the root once: norms do not add up.',
    caughtBy: 'half of a right triangle',
    implementation: (gs, c) => (summed(gs) > c ? times(gs, c / summed(gs)) : gs),
  },
  {
    id: 'clipByGlobalNorm/always-scaled',
    title: 'shorter gradients are scaled up, too',
    hint: 'Scale only where the norm of all is larger than maxNorm: shorter gradients stay as they are.',
    caughtBy: 'shorter gradients stay',
    implementation: (gs, c) => times(gs, c / norm(gs)),
  },
  {
    id: 'clipByGlobalNorm/squares-overflow',
    title: 'squares of the entries as they are',
    hint: 'The square of 1e170 is Infinity: divide by the largest entry before you square, and multiply the root by it.',
    caughtBy: 'entries of 1e170',
    verdict: 'unstable',
    implementation: (gs, c) => (naive(gs) > c ? times(gs, c / naive(gs)) : gs),
    readings: [
      // and 0 / 0 for zeros as well
      (gs, c) => times(gs, Math.min(naive(gs), c) / naive(gs)),
      // Infinity over Infinity
      (gs, c) => gs.map((g) => g.map((x) => (naive(gs) > c ? (x * c) / naive(gs) : x))),
    ],
  },
  {
    id: 'clipByGlobalNorm/zero-over-zero',
    title: 'a division by a norm of 0',
    hint: 'The norm of gradients of zeros is 0: divide only where the norm is larger than maxNorm.',
    caughtBy: 'zeros',
    verdict: 'unstable',
    implementation: (gs, c) => times(gs, Math.min(norm(gs), c) / norm(gs)),
  },
];
