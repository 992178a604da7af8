import type { Divide } from '../../../../properties/tensors/divide.ts';
import { broadcast } from '../../../../properties/tensors/shared/broadcasting.ts';
import type { Authority } from '../../authority.ts';

/** a / b, broadcast */
export const divide: Authority<Divide> = {
  class: 'elementary',
  exact: (a, b) => broadcast(a, b, (ai, bi) => ai.div(bi)),
};
