import type { TopK } from '../../../../properties/attention/top-k.ts';
import type { Authority } from '../../authority.ts';
import { exactlyOver, exactOrder } from './shared/kept-tokens.ts';

/** Softmax over the k largest. */
export const topK: Authority<TopK> = {
  class: 'running error',
  exact: (logits, k) => exactlyOver(logits, exactOrder(logits).slice(0, k.toNumber())),
};
