import type { GlorotNormal } from '../../../../properties/generalization/glorot-normal.ts';
import type { Authority } from '../../authority.ts';
import { big } from '../../big.ts';
import { elementwise } from '../backprop/shared/elementwise.ts';

/** z sqrt(2 / (n_in + n_out)) */
export const glorotNormal: Authority<GlorotNormal> = {
  class: 'product',
  exact: (random, fanIn, fanOut) => {
    const deviation = big(2).div(fanIn.plus(fanOut)).sqrt();
    return elementwise(random, (z) => z.times(deviation));
  },
};
