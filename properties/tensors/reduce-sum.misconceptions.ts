import type { Misconception } from '../entry/entry.ts';
import { type Reduction, reductionMisconceptions } from './shared/reduction.ts';

export const misconceptions: readonly Misconception<Reduction>[] = [...reductionMisconceptions('reduceSum', sum)];

function sum(items: readonly number[]): number {
  return items.reduce((total, x) => total + x, 0);
}
