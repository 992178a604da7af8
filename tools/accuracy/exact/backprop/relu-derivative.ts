import type { ReluDerivative } from '../../../../properties/backprop/relu-derivative.ts';
import type { Authority } from '../../authority.ts';
import { ONE, ZERO } from '../../big.ts';
import { elementwise } from './shared/elementwise.ts';

/** 0, 1 or the value chosen for 0. */
export const reluDerivative: Authority<ReluDerivative> = {
  class: 'exact',
  sweep: [1e-300, 1e300],
  exact: (z, atZero = ONE) => elementwise(z, (zi) => (zi.isNaN() ? zi : zi.isZero() ? atZero : zi.gt(0) ? ONE : ZERO)),
};
