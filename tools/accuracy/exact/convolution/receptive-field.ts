import type { ReceptiveField } from '../../../../properties/convolution/receptive-field.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE } from '../../big.ts';

/** A whole number: what the taps of each layer add, as far apart as the strides before it make them. */
export const receptiveField: Authority<ReceptiveField> = {
  class: 'exact',
  exact: (layers) => {
    let field: Big = ONE;
    layers.forEach(({ kernel, dilation }, l) => {
      const apart = layers.slice(0, l).reduce((product, { stride }) => product.times(stride), ONE);
      field = field.plus(kernel.minus(ONE).times(dilation).times(apart));
    });
    return field;
  },
};
