import type { Backprop } from '../../../../properties/backprop/backprop.ts';
import type { Authority } from '../../authority.ts';
import { exactBackprop } from './shared/backprop.ts';

/** Every gradient in one backward pass. */
export const backprop: Authority<Backprop> = {
  class: 'running error',
  exact: (x, t, layers) => exactBackprop(x, t, layers).map(({ w, b }) => ({ w, b })),
};
