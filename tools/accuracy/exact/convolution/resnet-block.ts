import type { ResnetBlock } from '../../../../properties/convolution/resnet-block.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { added } from '../../roundings.ts';
import { exactFeatures } from './shared/features.ts';

/** The features of each layer, added to what it was given. */
export const resnetBlock: Authority<ResnetBlock> = {
  class: 'running error',
  exact: (x, first, layers) =>
    layers.reduce((a, layer) => added(exactFeatures(a, layer), a) as Big[][][][], exactFeatures(x, first)),
};
