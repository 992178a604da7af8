import type { Planar } from '../../../../properties/convolution/shared/planar.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { exactConvolved } from './shared/planar.ts';

/** The convolution with the kernel turned by 180 degrees. */
export const crossCorrelate2d: Authority<Planar> = {
  class: 'sum',
  exact: (image, kernel, padding) => exactConvolved(image, turned(kernel), padding),
  bound: (image, kernel, padding) =>
    afterRoundings(kernel.flat().length, crossCorrelate2d.exact(sizesOf(image), sizesOf(kernel), padding)),
};

function turned(kernel: readonly (readonly Big[])[]): Big[][] {
  return kernel.map((row) => row.toReversed()).toReversed();
}
