import type { SoftmaxCrossEntropyGradient } from '../../../../properties/losses/softmax-cross-entropy-gradient.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactSoftmax } from '../softmax.ts';

/** (p - t) / N */
export const softmaxCrossEntropyGradient: Authority<SoftmaxCrossEntropyGradient> = {
  class: 'running error',
  exact: (logits, t) =>
    logits.map((row, n) => exactSoftmax(row).map((p, c) => p.minus(t[n]?.[c] as Big).div(logits.length))),
};
