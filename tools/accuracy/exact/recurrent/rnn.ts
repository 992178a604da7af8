import type { Rnn } from '../../../../properties/recurrent/rnn.ts';
import type { Authority } from '../../authority.ts';
import { exactBySample, exactRnnStates } from './shared/rnn.ts';

/** Step after step, from a state of zeros. */
export const rnn: Authority<Rnn> = {
  class: 'running error',
  exact: (x, weights) => exactBySample(exactRnnStates(x, weights)),
};
