import type { Tanh } from '../../../../properties/training/tanh.ts';
import type { Authority } from '../../authority.ts';
import { elementwise } from '../backprop/shared/elementwise.ts';
import { exactTanh } from './shared/tanh.ts';

/** One power and one quotient. */
export const tanh: Authority<Tanh> = {
  class: 'elementary',
  sweep: [1e-300, 50],
  exact: (z) => elementwise(z, exactTanh),
};
