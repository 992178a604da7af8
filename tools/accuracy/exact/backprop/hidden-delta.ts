import type { HiddenDelta } from '../../../../properties/backprop/hidden-delta.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { exactSigmoid } from './shared/sigmoid.ts';

/** A sum of products and the slope of the sigmoid. */
export const hiddenDelta: Authority<HiddenDelta> = {
  class: 'sum',
  exact: (deltaNext, wNext, d) =>
    d.map((di, i) =>
      dot(wNext[i] as Big[], deltaNext)
        .times(exactSigmoid(di))
        .times(exactSigmoid(di.neg())),
    ),
  bound: (deltaNext, wNext, d) =>
    afterRoundings(deltaNext.length + 9, hiddenDelta.exact(sizesOf(deltaNext), sizesOf(wNext), d)),
};
