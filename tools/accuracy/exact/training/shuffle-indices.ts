import type { ShuffleIndices } from '../../../../properties/training/shuffle-indices.ts';
import type { Authority } from '../../authority.ts';
import { big } from '../../big.ts';

/** The draws choose whole numbers: one that rounds to another place shows as a whole number that is wrong. */
export const shuffleIndices: Authority<ShuffleIndices> = {
  class: 'exact',
  exact: (n, random) => {
    const order = Array.from({ length: n.toNumber() }, (_, i) => big(i));
    random.forEach((u, k) => {
      const i = order.length - 1 - k;
      const j = u
        .times(i + 1)
        .floor()
        .toNumber();
      [order[i], order[j]] = [order[j] as (typeof order)[0], order[i] as (typeof order)[0]];
    });
    return order;
  },
};
