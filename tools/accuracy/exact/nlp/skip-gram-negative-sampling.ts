import type { SkipGramNegativeSampling } from '../../../../properties/nlp/skip-gram-negative-sampling.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot, sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { softplus } from '../../softplus.ts';

/** -log s(z) is log(1 + e^-z). */
export const skipGramNegativeSampling: Authority<SkipGramNegativeSampling> = {
  class: 'sum',
  exact: loss,
  bound: (...args) => {
    const [center, context, negatives] = sizesOf(args);
    const sizes = sum([context, ...negatives].map((other) => dot(other, center)));
    return afterRoundings(center.length + negatives.length + 9, loss(...args).plus(sizes));
  },
};

function loss(center: Big[], context: Big[], negatives: Big[][]): Big {
  const repelled = negatives.map((negative) => softplus(dot(negative, center)));
  return sum([softplus(dot(context, center).neg()), ...repelled]);
}
