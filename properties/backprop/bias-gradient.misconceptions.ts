import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { BiasGradient } from './bias-gradient.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const columns = (m: Matrix): Matrix => nth(m, 0).map((_, j) => m.map((row) => nth(row, j)));

export const misconceptions: readonly Misconception<BiasGradient>[] = [
  {
    id: 'biasGradient/summed',
    title: 'summed over the batch, never averaged',
    hint: "With 'mean', the default, the sum over the samples is divided by their number.",
    caughtBy: 'two samples',
    rearranges: (deltas) => [deltas, 'sum'],
    implementation: (deltas) => columns(deltas).map(sum),
  },
  {
    id: 'biasGradient/over-units',
    title: 'summed or averaged over the units of a sample',
    hint: 'Each unit has a bias of its own: the result has one entry per column, summed down the rows.',
    caughtBy: 'three samples, summed',
    implementation: (deltas, reduction) => deltas.map((row) => sum(row) / (reduction === 'mean' ? row.length : 1)),
    readings: [(deltas, reduction) => deltas.map((row) => sum(row) / (reduction === 'mean' ? deltas.length : 1))],
  },
];
