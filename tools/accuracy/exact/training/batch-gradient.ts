import type { BatchGradient } from '../../../../properties/training/batch-gradient.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';

/** Means over the batch. */
export const batchGradient: Authority<BatchGradient> = {
  class: 'sum',
  exact: (sampleGradients) =>
    (sampleGradients[0] as Big[]).map((_, p) =>
      sum(sampleGradients.map((row) => row[p] as Big)).div(sampleGradients.length),
    ),
  bound: (sampleGradients) => afterRoundings(sampleGradients.length, batchGradient.exact(sizesOf(sampleGradients))),
};
