import type { OutputDelta } from '../../../../properties/backprop/output-delta.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big, ONE } from '../../big.ts';
import { exactSigmoid } from './shared/sigmoid.ts';

/** A factor, a difference and the slope of the sigmoid. */
export const outputDelta: Authority<OutputDelta> = {
  class: 'running error',
  exact: (y, t, d, loss = 'mse') =>
    y.map((yi, i) => {
      const di = d[i] as Big;
      const slope = exactSigmoid(di).times(exactSigmoid(di.neg()));
      const factor = loss === 'mse' ? big(2).div(y.length) : ONE;
      return factor.times(yi.minus(t[i] as Big)).times(slope);
    }),
};
