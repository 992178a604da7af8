import { broadcast } from '../../../../properties/tensors/shared/broadcasting.ts';
import type { VariableAssign } from '../../../../properties/tensors/variable-assign.ts';
import { itemsOf, nested, shapeOfNest } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';
import { ZERO } from '../../big.ts';

/** The new value, the old one, and the new one again as a gradient. */
export const variableAssign: Authority<VariableAssign> = {
  class: 'elementary',
  exact: (initial, value, { operation, trainable }) => {
    const variable = broadcast(initial, value, (v, w) =>
      operation === 'assign' ? w : operation === 'add' ? v.plus(w) : v.minus(w),
    );
    const gradient = itemsOf(variable).map((v) => (trainable ? v : ZERO));
    return { variable, constant: initial, gradient: nested(shapeOfNest(variable), gradient) };
  },
};
