import type { FeatureLayer } from '../../../../properties/convolution/shared/feature-laws.ts';
import { joined } from '../../../../properties/convolution/shared/plain-features.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ZERO } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { elementwise } from '../backprop/shared/elementwise.ts';
import { exactDrives, exactFeatures } from './shared/features.ts';

/** Sums of products and relu of them; the images are passed on. */
export const denseConcat: Authority<FeatureLayer> = {
  class: 'sum',
  exact: (x, kernel, bias) => joined(exactFeatures(x, { kernel, bias }), x),
  bound: (x, kernel, bias) => {
    const sums = exactDrives(sizesOf(x), { kernel: sizesOf(kernel), bias: sizesOf(bias) });
    const ofFeatures = afterRoundings(kernel.flat(2).length + 1, sums) as Big[][][][];
    return joined(ofFeatures, elementwise(x, () => ZERO) as Big[][][][]);
  },
};
