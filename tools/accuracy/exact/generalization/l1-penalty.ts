import type { L1Penalty } from '../../../../properties/generalization/l1-penalty.ts';
import type { Authority } from '../../authority.ts';
import { sum } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';

/** lambda sum |w| */
export const l1Penalty: Authority<L1Penalty> = {
  class: 'sum',
  exact: (w, lambda) => lambda.times(sum(w.map((wi) => wi.abs()))),
  bound: (w, lambda) => afterRoundings(w.length, l1Penalty.exact(w, lambda.abs())),
};
