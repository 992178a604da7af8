import type { Add } from '../../../../properties/tensors/add.ts';
import { broadcast } from '../../../../properties/tensors/shared/broadcasting.ts';
import type { Authority } from '../../authority.ts';

/** a + b, broadcast */
export const add: Authority<Add> = {
  class: 'elementary',
  exact: (a, b) => broadcast(a, b, (ai, bi) => ai.plus(bi)),
};
