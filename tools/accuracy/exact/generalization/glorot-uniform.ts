import type { GlorotUniform } from '../../../../properties/generalization/glorot-uniform.ts';
import type { Authority } from '../../authority.ts';
import { big, ONE } from '../../big.ts';
import { elementwise } from '../backprop/shared/elementwise.ts';

/** (2u - 1) sqrt(6 / (n_in + n_out)) */
export const glorotUniform: Authority<GlorotUniform> = {
  class: 'product',
  exact: (random, fanIn, fanOut) => {
    const limit = big(6).div(fanIn.plus(fanOut)).sqrt();
    return elementwise(random, (u) => u.times(2).minus(ONE).times(limit));
  },
};
