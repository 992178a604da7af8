import type { FeatureLayer } from '../../../../properties/convolution/shared/feature-laws.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { added, afterRoundings, sizesOf } from '../../roundings.ts';
import { exactDrives, exactFeatures } from './shared/features.ts';

/** Sums of products, relu of them, and one sum more. */
export const residual: Authority<FeatureLayer> = {
  class: 'sum',
  exact: (x, kernel, bias) => added(exactFeatures(x, { kernel, bias }), x),
  bound: (x, kernel, bias) => {
    const [sizes, layer] = [sizesOf(x), { kernel: sizesOf(kernel), bias: sizesOf(bias) }];
    return afterRoundings(kernel.flat(2).length + 2, added(exactDrives(sizes, layer), sizes) as Big[][][][]);
  },
};
