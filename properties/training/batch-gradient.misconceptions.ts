import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { BatchGradient } from './batch-gradient.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);

export const misconceptions: readonly Misconception<BatchGradient>[] = [
  {
    id: 'batchGradient/summed',
    title: 'summed over the samples instead of averaged',
    hint: 'Divide by the number of samples, or the step grows with the batch.',
    caughtBy: 'a batch twice over has the same gradient',
    implementation: (g) => nth(g, 0).map((_, p) => sum(g.map((row) => nth(row, p)))),
  },
  {
    id: 'batchGradient/over-parameters',
    title: 'averaged over the parameters of each sample',
    hint: 'Each row is one sample: average down the columns, so that one number for each parameter is left.',
    caughtBy: 'three samples of two parameters',
    rearranges: (g) => [nth(g, 0).map((_, p) => g.map((row) => nth(row, p)))],
    implementation: (g) => g.map((row) => sum(row) / row.length),
    // Where the shape is the same, the values show along which axis they were averaged.
    clearOn: (g) => g.length > 1 && g.length === g[0]?.length,
  },
];
