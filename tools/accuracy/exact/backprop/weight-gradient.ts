import type { WeightGradient } from '../../../../properties/backprop/weight-gradient.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot, ONE } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';

/** Sums of products over the batch. */
export const weightGradient: Authority<WeightGradient> = {
  class: 'sum',
  exact: (deltas, activations, reduction = 'mean') => {
    const column = (rows: readonly (readonly Big[])[], j: number): Big[] => rows.map((row) => row[j] as Big);
    const samples = reduction === 'mean' ? ONE.times(deltas.length) : ONE;
    return (activations[0] as Big[]).map((_, j) =>
      (deltas[0] as Big[]).map((_delta, i) => dot(column(activations, j), column(deltas, i)).div(samples)),
    );
  },
  bound: (deltas, activations, reduction) =>
    afterRoundings(deltas.length + 1, weightGradient.exact(sizesOf(deltas), sizesOf(activations), reduction)),
};
