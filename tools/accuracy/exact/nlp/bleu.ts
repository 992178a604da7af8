import type { Bleu } from '../../../../properties/nlp/bleu.ts';
import { clippedByLargest, closest, matched } from '../../../../properties/nlp/shared/ngrams.ts';
import type { Authority } from '../../authority.ts';
import { big, exp, log, ONE, sum, ZERO } from '../../big.ts';

/** Counts are whole numbers: many digits are for the logarithms and powers. */
export const bleu: Authority<Bleu> = {
  class: 'running error',
  exact: (candidate, references, { maxOrder }) => {
    const c = candidate.length;
    if (maxOrder.gt(c)) return ZERO;
    const counts = Array.from({ length: maxOrder.toNumber() }, (_, i) =>
      matched(candidate, references, i + 1, clippedByLargest),
    );
    if (counts.includes(0)) return ZERO;
    const mean = sum(counts.map((count, i) => log(big(count).div(c - i)))).div(maxOrder);
    const length = closest(candidate, references);
    return exp(length > c ? mean.plus(ONE.minus(big(length).div(c))) : mean);
  },
};
