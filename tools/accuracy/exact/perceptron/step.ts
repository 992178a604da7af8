import type { Step } from '../../../../properties/perceptron/step.ts';
import type { Authority } from '../../authority.ts';
import { ONE, ZERO } from '../../big.ts';
import { elementwise } from '../backprop/shared/elementwise.ts';

/** 0 or 1. */
export const step: Authority<Step> = {
  class: 'exact',
  sweep: [1e-300, 1e300],
  exact: (z, threshold = ZERO) => elementwise(z, (zi) => (zi.isNaN() ? zi : zi.gte(threshold) ? ONE : ZERO)),
};
