import type { LstmGates } from '../../../../properties/recurrent/lstm-gates.ts';
import type { Authority } from '../../authority.ts';
import { boundsOfGates, exactGates } from './shared/gates.ts';

/** The sigmoid or the tanh of sums of products. */
export const lstmGates: Authority<LstmGates> = {
  class: 'sum',
  exact: (x, h, weights, options) => ({ ...exactGates(x, h, weights, options) }),
  bound: (x, h, weights, options) => ({ ...boundsOfGates(x, h, weights, options) }),
};
