import type { Pooling } from '../../../../properties/pool-inputs.ts';
import type { Authority } from '../../authority.ts';
import { sum } from '../../big.ts';
import { exactPooled } from '../pooled.ts';

/** The mean of the pixels of a window. */
export const averagePool2d: Authority<Pooling> = {
  class: 'running error',
  exact: (x, options = {}) => exactPooled(x, options, (pixels) => sum(pixels).div(pixels.length)),
};
