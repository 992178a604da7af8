import { reduceNest } from '../../../../properties/tensors/shared/reducing.ts';
import { axesOf, type Reduction } from '../../../../properties/tensors/shared/reduction.ts';
import { itemsOf } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';
import { sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';

/** The sum along axes. */
export const reduceSum: Authority<Reduction> = {
  class: 'sum',
  exact: (x, options) =>
    reduceNest(
      x,
      axesOf(options, (axis) => axis.toNumber()),
      options.keepDims,
      sum,
    ),
  bound: (x, options) => {
    const sizes = reduceNest(
      sizesOf(x),
      axesOf(options, (axis) => axis.toNumber()),
      options.keepDims,
      sum,
    );
    return afterRoundings(itemsOf(x).length, sizes);
  },
};
