import type { WassersteinLoss } from '../../../../properties/generative/wasserstein-loss.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';

/** The difference of two means. */
export const wassersteinLoss: Authority<WassersteinLoss> = {
  class: 'sum',
  exact: (real, fake) => mean(fake).minus(mean(real)),
  bound: (real, fake) =>
    afterRoundings(Math.max(real.length, fake.length) + 1, mean(sizesOf(fake)).plus(mean(sizesOf(real)))),
};

const mean = (scores: readonly Big[]): Big => sum(scores).div(scores.length);
