import type { TopP } from '../../../../properties/attention/top-p.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ZERO } from '../../big.ts';
import { exactlyOver, exactOrder } from './shared/kept-tokens.ts';

/** Softmax over the tokens whose predecessors in descending order do not reach p. */
export const topP: Authority<TopP> = {
  class: 'running error',
  exact: (logits, p) => {
    const order = exactOrder(logits);
    const probabilities = exactlyOver(logits, order);
    let sum = ZERO;
    const kept = order.filter((i, rank) => {
      const isNeeded = rank === 0 || sum.lt(p);
      sum = sum.plus(probabilities[i] as Big);
      return isNeeded;
    });
    return exactlyOver(logits, kept);
  },
};
