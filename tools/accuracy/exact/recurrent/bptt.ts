import type { Bptt } from '../../../../properties/recurrent/bptt.ts';
import type { Authority } from '../../authority.ts';
import { exactBptt } from './shared/bptt.ts';

/** The sums of x_t delta_t, h_{t-1} delta_t and delta_t. */
export const bptt: Authority<Bptt> = {
  class: 'running error',
  exact: (x, t, weights) => exactBptt(x, t, weights, Infinity),
};
