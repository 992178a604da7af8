import type { ChainRule } from '../../../../properties/backprop/chain-rule.ts';
import type { Authority } from '../../authority.ts';
import { evaluated, ONE } from '../../big.ts';

/** The functions from the innermost on, as expressions, and the product of their slopes. */
export const chainRule: Authority<ChainRule> = {
  class: 'running error',
  exact: (pairs, x) => {
    let [value, derivative] = [x, ONE];
    for (const pair of pairs.toReversed()) {
      derivative = derivative.times(evaluated(pair.derivative, { z: value }));
      value = evaluated(pair.f, { z: value });
    }
    return { value, derivative };
  },
};
