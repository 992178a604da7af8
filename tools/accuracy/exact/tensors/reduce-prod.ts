import { reduceNest } from '../../../../properties/tensors/shared/reducing.ts';
import { axesOf, type Reduction } from '../../../../properties/tensors/shared/reduction.ts';
import type { Authority } from '../../authority.ts';
import { ONE } from '../../big.ts';

/** The product along axes. */
export const reduceProd: Authority<Reduction> = {
  class: 'running error',
  exact: (x, options) =>
    reduceNest(
      x,
      axesOf(options, (axis) => axis.toNumber()),
      options.keepDims,
      (items) => items.reduce((product, item) => product.times(item), ONE),
    ),
};
