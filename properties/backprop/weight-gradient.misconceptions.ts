import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix } from '../values/value.ts';
import type { WeightGradient } from './weight-gradient.ts';

/** Sums of products over the batch, `[m, n]`. */
const summed = (deltas: Matrix, activations: Matrix): Matrix =>
  transposed(activations).map((a) =>
    transposed(deltas).map((delta) => a.reduce((sum, aj, n) => sum + aj * nth(delta, n), 0)),
  );
const divided = (m: Matrix, by: number): Matrix => m.map((row) => row.map((x) => x / by));
const units = (m: Matrix): number => nth(m, 0).length;

export const misconceptions: readonly Misconception<WeightGradient>[] = [
  {
    id: 'weightGradient/transposed',
    title: 'rows and columns of the result exchanged',
    hint: 'The gradient has the shape of the weights: one row per unit before, one column per unit of the layer.',
    caughtBy: 'one sample',
    rearrangesResult: transposed,
    implementation: (deltas, activations, reduction) =>
      transposed(divided(summed(deltas, activations), reduction === 'mean' ? deltas.length : 1)),
    // Where the shape is the same, the elements show that they changed places.
    clearOn: (deltas, activations) => units(deltas) === units(activations),
  },
  {
    id: 'weightGradient/summed',
    title: 'summed over the batch, never averaged',
    hint: "With 'mean', the default, the sum over the samples is divided by their number.",
    caughtBy: 'the sum is the mean times the number of samples',
    rearranges: (deltas, activations) => [deltas, activations, 'sum'],
    implementation: (deltas, activations) => summed(deltas, activations),
  },
  {
    id: 'weightGradient/divided-by-units',
    title: 'divided by the number of units instead of samples',
    hint: 'The mean is over the batch: count the samples, which are the rows.',
    caughtBy: 'one sample',
    implementation: (deltas, activations, reduction) =>
      divided(summed(deltas, activations), reduction === 'mean' ? units(deltas) : 1),
    readings: [
      (deltas, activations, reduction) =>
        divided(summed(deltas, activations), reduction === 'mean' ? units(activations) : 1),
    ],
    clearOn: (deltas) => deltas.length > 1,
  },
];
