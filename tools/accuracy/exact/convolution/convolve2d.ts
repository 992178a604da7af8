import type { Planar } from '../../../../properties/convolution/shared/planar.ts';
import type { Authority } from '../../authority.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { exactConvolved } from './shared/planar.ts';

/** Sums of products where image and kernel meet. */
export const convolve2d: Authority<Planar> = {
  class: 'sum',
  exact: exactConvolved,
  bound: (image, kernel, padding) =>
    afterRoundings(kernel.flat().length, exactConvolved(sizesOf(image), sizesOf(kernel), padding)),
};
