import type { BiasGradient } from '../../../../properties/backprop/bias-gradient.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';

/** Sums over the batch. */
export const biasGradient: Authority<BiasGradient> = {
  class: 'sum',
  exact: (deltas, reduction = 'mean') =>
    (deltas[0] as Big[]).map((_, i) =>
      sum(deltas.map((row) => row[i] as Big)).div(reduction === 'mean' ? deltas.length : 1),
    ),
  bound: (deltas, reduction) => afterRoundings(deltas.length, biasGradient.exact(sizesOf(deltas), reduction)),
};
