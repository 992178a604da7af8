import type { TfIdf } from '../../../../properties/nlp/tf-idf.ts';
import { transposed } from '../../../../properties/values/transposed.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big, log, ONE, ZERO } from '../../big.ts';
import { norm } from '../generalization/shared/norm.ts';

/** Counts times weights, over the length of the row. */
export const tfIdf: Authority<TfIdf> = {
  class: 'running error',
  exact: (counts, { smooth, normalize }) => {
    const extra = smooth ? 1 : 0;
    const weights = transposed(counts).map((column) => {
      const df = column.filter((count) => count.gt(0)).length;
      return df === 0 ? ZERO : log(big(counts.length + extra).div(df + extra)).plus(ONE);
    });
    return counts.map((row) => {
      const weighted = row.map((count, t) => count.times(weights[t] as Big));
      const length = norm(weighted);
      return normalize && !length.isZero() ? weighted.map((w) => w.div(length)) : weighted;
    });
  },
};
