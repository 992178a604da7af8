import type { DensenetBlock } from '../../../../properties/convolution/densenet-block.ts';
import { joined } from '../../../../properties/convolution/shared/plain-features.ts';
import type { Authority } from '../../authority.ts';
import { exactFeatures } from './shared/features.ts';

/** The features of each layer before what it was given. */
export const densenetBlock: Authority<DensenetBlock> = {
  class: 'running error',
  exact: (x, layers) => layers.reduce((a, layer) => joined(exactFeatures(a, layer), a), x),
};
