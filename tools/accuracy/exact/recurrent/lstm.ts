import type { Lstm } from '../../../../properties/recurrent/lstm.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ZERO } from '../../big.ts';
import { exactStep } from './shared/gates.ts';

/** Step after step, from a state of zeros. */
export const lstm: Authority<Lstm> = {
  class: 'running error',
  exact: (x, weights, options) => {
    const units = 'w' in weights ? weights.b.length / 4 : weights.forget.b.length;
    const rest = (): Big[][] => x.map(() => Array.from({ length: units }, () => ZERO));
    let state = { h: rest(), c: rest() };
    const steps = (x[0] ?? []).map((_, t) => {
      state = exactStep(
        x.map((sample) => sample[t] as Big[]),
        state,
        weights,
        options,
      );
      return state.h;
    });
    return x.map((_, n) => steps.map((step) => step[n] as Big[]));
  },
};
