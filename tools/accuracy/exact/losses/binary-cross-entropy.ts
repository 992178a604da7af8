import type { BinaryCrossEntropy } from '../../../../properties/losses/binary-cross-entropy.ts';
import type { Authority } from '../../authority.ts';
import { type Big, log, ONE, sum, ZERO } from '../../big.ts';
import { log1p } from '../../log1p.ts';
import { added, afterRoundings } from '../../roundings.ts';
import { softplus } from '../../softplus.ts';

/** A target of 0 takes nothing, not even of Infinity; from logits log(1 - s(z)) is log s(-z). */
export const binaryCrossEntropy: Authority<BinaryCrossEntropy> = {
  class: 'sum',
  exact: (y, t, options) => {
    const { fromLogits, clip } = options;
    const losses = y.map((yi, n) => {
      const target = t[n] as Big;
      const share = (weight: Big, value: () => Big): Big => (weight.isZero() ? ZERO : weight.times(value()));
      const top = ONE.minus(clip);
      const p = yi.lt(clip) ? clip : yi.gt(top) ? top : yi;
      return share(target, () => (fromLogits ? softplus(yi.neg()) : log(p).neg())).plus(
        share(ONE.minus(target), () => (fromLogits ? softplus(yi) : log1p(p.neg()).neg())),
      );
    });
    return sum(losses).div(y.length);
  },
  bound: (y, t, options) => {
    const ofClip = options.clip && !options.clip.isZero() ? afterRoundings(1, ONE.div(options.clip)) : ZERO;
    return added(afterRoundings(y.length + 8, binaryCrossEntropy.exact(y, t, options)), ofClip);
  },
};
