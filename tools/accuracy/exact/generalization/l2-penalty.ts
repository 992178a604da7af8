import type { L2Penalty } from '../../../../properties/generalization/l2-penalty.ts';
import type { Authority } from '../../authority.ts';
import { sum } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';

/** lambda sum w^2 */
export const l2Penalty: Authority<L2Penalty> = {
  class: 'sum',
  exact: (w, lambda) => lambda.times(sum(w.map((wi) => wi.pow(2)))),
  bound: (w, lambda) => afterRoundings(w.length + 2, l2Penalty.exact(w, lambda.abs())),
};
