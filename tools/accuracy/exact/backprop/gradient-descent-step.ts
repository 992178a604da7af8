import type { GradientDescentStep } from '../../../../properties/backprop/gradient-descent-step.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';

/** w - alpha g */
export const gradientDescentStep: Authority<GradientDescentStep> = {
  class: 'running error',
  exact: (w, gradient, learningRate) => w.map((wi, i) => wi.minus(learningRate.times(gradient[i] as Big))),
};
