import { broadcast } from '../../../../properties/tensors/shared/broadcasting.ts';
import type { Subtract } from '../../../../properties/tensors/subtract.ts';
import type { Authority } from '../../authority.ts';

/** a - b, broadcast */
export const subtract: Authority<Subtract> = {
  class: 'elementary',
  exact: (a, b) => broadcast(a, b, (ai, bi) => ai.minus(bi)),
};
