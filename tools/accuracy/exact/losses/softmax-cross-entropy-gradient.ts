import type { SoftmaxCrossEntropyGradient } from '../../../../properties/losses/softmax-cross-entropy-gradient.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';
import { exactSoftmax } from '../training/shared/softmax.ts';

/** (p - t) / N */
export const softmaxCrossEntropyGradient: Authority<SoftmaxCrossEntropyGradient> = {
  class: 'sum',
  exact: (logits, t) =>
    logits.map((row, n) => exactSoftmax(row).map((p, c) => p.minus(t[n]?.[c] as Big).div(logits.length))),
  bound: (logits, t) =>
    logits.map((row, n) => {
      const sizes = (t[n] as Big[]).map((target) => ONE.plus(target.abs()).div(logits.length));
      return afterRoundings(2 * row.length + 7, sizes);
    }),
};
