import type { CategoricalCrossEntropy } from '../../../../properties/losses/categorical-cross-entropy.ts';
import type { Authority } from '../../authority.ts';
import { type Big, log, ONE, sum, ZERO } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';
import { exactLogSoftmax } from '../training/shared/log-softmax.ts';

/** A target of 0 takes nothing, not even of Infinity. */
export const categoricalCrossEntropy: Authority<CategoricalCrossEntropy> = {
  class: 'sum',
  exact: (y, t, options) => sum(lossesOf(y, t, options, (log) => log.neg())).div(y.length),
  bound: (y, t, options) => {
    const [N, C] = [y.length, y[0]?.length ?? 0];
    if (!options.fromLogits) return afterRoundings(N * C + 3, sum(lossesOf(y, t, options, (log) => log.abs())).div(N));
    return afterRoundings(N * C + 2 * C + 8, sum(lossesOf(y, t, options, (log) => log.abs().plus(ONE))).div(N));
  },
};

/** Of each sample the sum of its targets times what `f` makes of the logarithm of their probabilities. */
function lossesOf(
  ...[y, t, options, f]: [...Parameters<Authority<CategoricalCrossEntropy>['exact']>, (log: Big) => Big]
): Big[] {
  return y.map((row, n) => {
    const label = t[n] as Big | Big[];
    const logs = options.fromLogits ? exactLogSoftmax(row) : row.map((p) => log(p));
    return sum(
      logs.map((log, c) => {
        const target = Array.isArray(label) ? (label[c] as Big) : label.eq(c) ? ONE : ZERO;
        return target.isZero() ? ZERO : target.times(f(log));
      }),
    );
  });
}
