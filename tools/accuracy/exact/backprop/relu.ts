import type { Relu } from '../../../../properties/backprop/relu.ts';
import type { Authority } from '../../authority.ts';
import { ZERO } from '../../big.ts';
import { elementwise } from './shared/elementwise.ts';

/** The drive or 0: nothing is rounded. */
export const relu: Authority<Relu> = {
  class: 'exact',
  sweep: [1e-300, 1e300],
  exact: (z) => elementwise(z, (zi) => (zi.lte(0) ? ZERO : zi)),
};
