import type { VggBlock } from '../../../../properties/convolution/vgg-block.ts';
import type { Authority } from '../../authority.ts';
import { big, largest } from '../../big.ts';
import { exactFeatures } from './shared/features.ts';
import { exactPooled } from './shared/pooled.ts';

/** One convolution after the other, and the largest pixels. */
export const vggBlock: Authority<VggBlock> = {
  class: 'running error',
  exact: (x, layers) => {
    const two = big(2);
    return exactPooled(
      layers.reduce(exactFeatures, x),
      { window: [two, two], strides: [two, two], padding: 'valid' },
      largest,
    );
  },
};
