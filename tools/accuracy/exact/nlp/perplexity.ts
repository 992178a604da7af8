import type { Perplexity } from '../../../../properties/nlp/perplexity.ts';
import type { Authority } from '../../authority.ts';
import { big, exp, sum } from '../../big.ts';

/** Infinite if a token is impossible. */
export const perplexity: Authority<Perplexity> = {
  class: 'running error',
  exact: (text) =>
    text.every((x) => x.isFinite()) ? exp(sum(text).div(text.length).neg()) : big(Number.POSITIVE_INFINITY),
};
