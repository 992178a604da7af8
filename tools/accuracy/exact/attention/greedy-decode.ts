import type { GreedyDecode } from '../../../../properties/attention/greedy-decode.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big, largest } from '../../big.ts';

/** The first largest of each row in turn. */
export const greedyDecode: Authority<GreedyDecode> = {
  class: 'exact',
  exact: (model, start, end, maxLength) => {
    const tokens: Big[] = [];
    let last = start;
    do {
      const row = model[last.toNumber()] as Big[];
      last = big(row.indexOf(largest(row)));
      tokens.push(last);
    } while (!last.eq(end) && maxLength.gt(tokens.length));
    return tokens;
  },
};
