import type { Bottleneck } from '../../../../properties/convolution/bottleneck.ts';
import type { Authority } from '../../authority.ts';
import { exactFeatures } from './shared/features.ts';

/** One convolution after the other. */
export const bottleneck: Authority<Bottleneck> = {
  class: 'running error',
  exact: (x, reduce, conv) => exactFeatures(exactFeatures(x, reduce), conv),
};
