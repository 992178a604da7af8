import type { Misconception } from '../entry/entry.ts';
import { reduceNest } from './shared/reducing.ts';
import { type Reduction, reductionMisconceptions } from './shared/reduction.ts';

export const misconceptions: readonly Misconception<Reduction>[] = [
  ...reductionMisconceptions('reduceProd', (items) => items.reduce((product, x) => product * x, 1)),
  {
    id: 'reduceProd/summed',
    title: 'the elements are added',
    hint: 'Multiply the elements, beginning with 1, instead of adding them.',
    caughtBy: 'by columns',
    implementation: (x, { axes, keepDims }) => reduceNest(x, axes, keepDims, sum),
  },
];

function sum(items: readonly number[]): number {
  return items.reduce((total, x) => total + x, 0);
}
