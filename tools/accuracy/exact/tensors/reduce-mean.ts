import { reduceNest } from '../../../../properties/tensors/shared/reducing.ts';
import { axesOf, type Reduction } from '../../../../properties/tensors/shared/reduction.ts';
import { itemsOf } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';
import { sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';

/** The mean along axes. */
export const reduceMean: Authority<Reduction> = {
  class: 'sum',
  exact: (x, options) =>
    reduceNest(
      x,
      axesOf(options, (axis) => axis.toNumber()),
      options.keepDims,
      (items) => sum(items).div(items.length),
    ),
  bound: (x, options) => {
    const sizes = reduceNest(
      sizesOf(x),
      axesOf(options, (axis) => axis.toNumber()),
      options.keepDims,
      (items) => sum(items).div(items.length),
    );
    return afterRoundings(itemsOf(x).length, sizes);
  },
};
