import type { Misconception } from '../entry/entry.ts';
import { itemsOf } from '../values/nest.ts';
import { reduceNest } from './shared/reducing.ts';
import { type Reduction, reductionMisconceptions } from './shared/reduction.ts';

export const misconceptions: readonly Misconception<Reduction>[] = [
  ...reductionMisconceptions('reduceMean', (items) => sum(items) / items.length),
  {
    id: 'reduceMean/summed',
    title: 'the elements are added',
    hint: 'Divide the sum by the number of elements that were added.',
    caughtBy: 'by columns',
    implementation: (x, { axes, keepDims }) => reduceNest(x, axes, keepDims, sum),
  },
  {
    id: 'reduceMean/divided-by-all',
    title: 'the sum is divided by the number of all elements',
    hint: 'Divide by the number of elements along the reduced axes, not by that of the whole tensor.',
    caughtBy: 'by columns',
    implementation: (x, { axes, keepDims }) => {
      const size = itemsOf(x).length;
      return reduceNest(x, axes, keepDims, (items) => sum(items) / size);
    },
  },
];

function sum(items: readonly number[]): number {
  return items.reduce((total, x) => total + x, 0);
}
