import type { Power } from '../../../../properties/tensors/power.ts';
import { broadcast } from '../../../../properties/tensors/shared/broadcasting.ts';
import type { Authority } from '../../authority.ts';

/** a^b, broadcast */
export const power: Authority<Power> = {
  class: 'running error',
  exact: (a, b) => broadcast(a, b, (ai, bi) => ai.pow(bi)),
};
