import type { MultiHeadAttention } from '../../../../properties/attention/multi-head-attention.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactMultiHead } from './shared/multi-head.ts';

/** Sample by sample, head by head. */
export const multiHeadAttention: Authority<MultiHeadAttention> = {
  class: 'running error',
  exact: (x, context, weights, heads, { causal }) =>
    x.map((rows, n) =>
      exactMultiHead(rows, context[n] as Big[][], weights, heads.toNumber(), (i, j) => !causal || j <= i),
    ),
};
