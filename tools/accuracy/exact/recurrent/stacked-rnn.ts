import type { StackedRnn } from '../../../../properties/recurrent/stacked-rnn.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactBySample, exactRnnStates } from './shared/rnn.ts';

/** Layer after layer, each over all steps. */
export const stackedRnn: Authority<StackedRnn> = {
  class: 'running error',
  exact: (x, layers, { kind, steps }) => {
    const times = steps === undefined ? 1 : Number(steps);
    const repeated = x.map((own) => Array.from({ length: times }, () => own[0] as Big[]));
    const states = layers.reduce<Big[][][]>(
      (below, weights) => exactBySample(exactRnnStates(below, weights)),
      kind === 'one-to-many' ? repeated : x,
    );
    return kind === 'many-to-one' ? states.map((own) => own.slice(-1)) : states;
  },
};
