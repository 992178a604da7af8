import type { LabelSmoothing } from '../../../../properties/generalization/label-smoothing.ts';
import type { Authority } from '../../authority.ts';
import { ONE } from '../../big.ts';

/** (1 - a) t + a / K */
export const labelSmoothing: Authority<LabelSmoothing> = {
  class: 'running error',
  exact: (t, { smoothing }) =>
    t.map((row) => row.map((tnk) => ONE.minus(smoothing).times(tnk).plus(smoothing.div(row.length)))),
};
