import type { CategoricalCrossEntropy } from '../../../../properties/losses/categorical-cross-entropy.ts';
import type { Authority } from '../../authority.ts';
import { type Big, log, ONE, sum, ZERO } from '../../big.ts';
import { exactLogSoftmax } from '../log-softmax.ts';

/** A target of 0 takes nothing, not even of Infinity. */
export const categoricalCrossEntropy: Authority<CategoricalCrossEntropy> = {
  class: 'running error',
  exact: (y, t, options = {}) => {
    const losses = y.map((row, n) => {
      const label = t[n] as Big | Big[];
      const logs = options.fromLogits ? exactLogSoftmax(row) : row.map((p) => log(p));
      return sum(
        logs.map((log, c) => {
          const target = Array.isArray(label) ? (label[c] as Big) : label.eq(c) ? ONE : ZERO;
          return target.isZero() ? ZERO : target.times(log).neg();
        }),
      );
    });
    return sum(losses).div(y.length);
  },
};
