import type { TruncatedBptt } from '../../../../properties/recurrent/truncated-bptt.ts';
import type { Authority } from '../../authority.ts';
import { exactBptt } from './shared/bptt.ts';

/** The same sums, where nothing flows back over the end of a chunk. */
export const truncatedBptt: Authority<TruncatedBptt> = {
  class: 'running error',
  exact: (x, t, weights, steps) => exactBptt(x, t, weights, steps.toNumber()),
};
