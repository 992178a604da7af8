import { reduceNest } from '../../../../properties/tensors/shared/reducing.ts';
import { axesOf, type Reduction } from '../../../../properties/tensors/shared/reduction.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';

/** The root of the mean squared distance from the mean, along axes. */
export const reduceStd: Authority<Reduction> = {
  class: 'running error',
  exact: (x, options) =>
    reduceNest(
      x,
      axesOf(options, (axis) => axis.toNumber()),
      options.keepDims,
      deviation,
    ),
};

function deviation(items: readonly Big[]): Big {
  const mean = sum(items).div(items.length);
  return sum(items.map((item) => item.minus(mean).pow(2)))
    .div(items.length)
    .sqrt();
}
