import type { GradientDescentStep } from '../../../../properties/backprop/gradient-descent-step.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';

/** w - alpha g */
export const gradientDescentStep: Authority<GradientDescentStep> = {
  class: 'sum',
  exact: (w, gradient, learningRate) => w.map((wi, i) => wi.minus(learningRate.times(gradient[i] as Big))),
  bound: (w, gradient, learningRate) =>
    afterRoundings(
      2,
      w.map((wi, i) => wi.abs().plus(learningRate.times(gradient[i] as Big).abs())),
    ),
};
