import type { Masking } from '../../../../properties/recurrent/masking.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactBySample, exactRnnStates } from './shared/rnn.ts';

/** Step after step, from a state of zeros; a masked step leaves the state. */
export const masking: Authority<Masking> = {
  class: 'running error',
  exact: (x, mask, weights) => {
    const isReal = (n: number, t: number): boolean => {
      const entry = mask[n]?.[t] as Big;
      return entry.eq(1);
    };
    const next = (made: Big[][], h: Big[][], t: number): Big[][] =>
      h.map((old, n) => (isReal(n, t) ? (made[n] as Big[]) : old));
    return exactBySample(exactRnnStates(x, weights, next));
  },
};
