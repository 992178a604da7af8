import type { Multiply } from '../../../../properties/tensors/multiply.ts';
import { broadcast } from '../../../../properties/tensors/shared/broadcasting.ts';
import type { Authority } from '../../authority.ts';

/** a b, broadcast */
export const multiply: Authority<Multiply> = {
  class: 'elementary',
  exact: (a, b) => broadcast(a, b, (ai, bi) => ai.times(bi)),
};
