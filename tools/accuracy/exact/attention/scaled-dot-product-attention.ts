import type { ScaledDotProductAttention } from '../../../../properties/attention/scaled-dot-product-attention.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactAttention } from './shared/attention.ts';

/** Sample by sample; a query without an open key gives zeros. */
export const scaledDotProductAttention: Authority<ScaledDotProductAttention> = {
  class: 'running error',
  exact: (q, k, v, mask) =>
    q.map((queries, n) =>
      exactAttention(
        queries,
        k[n] as Big[][],
        v[n] as Big[][],
        (i, j) => mask === undefined || mask[n]?.[i]?.[j]?.eq(1) === true,
      ),
    ),
};
