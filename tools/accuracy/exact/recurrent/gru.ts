import type { Gru } from '../../../../properties/recurrent/gru.ts';
import type { Authority } from '../../authority.ts';
import { exactGruStep } from './shared/gru.ts';
import { exactBySample, exactRest, exactStepOf } from './shared/rnn.ts';

/** Step after step, from a state of zeros. */
export const gru: Authority<Gru> = {
  class: 'running error',
  exact: (x, weights, { resetAfter }) => {
    let h = exactRest(x, weights.update.b.length);
    const steps = (x[0] ?? []).map((_, t) => {
      h = exactGruStep(exactStepOf(x, t), h, weights, resetAfter);
      return h;
    });
    return exactBySample(steps);
  },
};
