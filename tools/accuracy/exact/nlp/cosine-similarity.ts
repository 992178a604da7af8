import type { CosineSimilarity } from '../../../../properties/nlp/cosine-similarity.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot, ZERO } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { norm } from '../generalization/shared/norm.ts';

/** 0 if a vector is. */
export const cosineSimilarity: Authority<CosineSimilarity> = {
  class: 'sum',
  exact: cosine,
  bound: (a, b) => afterRoundings(2 * a.length + 8, cosine(sizesOf(a), sizesOf(b))),
};

function cosine(a: Big[], b: Big[]): Big {
  const norms = norm(a).times(norm(b));
  return norms.isZero() ? ZERO : dot(a, b).div(norms);
}
