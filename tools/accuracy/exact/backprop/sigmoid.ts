import type { Sigmoid } from '../../../../properties/backprop/sigmoid.ts';
import type { Authority } from '../../authority.ts';
import { elementwise } from './shared/elementwise.ts';
import { exactSigmoid } from './shared/sigmoid.ts';

/** One power and one quotient. */
export const sigmoid: Authority<Sigmoid> = {
  class: 'elementary',
  sweep: [1e-300, 800],
  exact: (z) => elementwise(z, exactSigmoid),
};
