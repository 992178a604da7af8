import type { SigmoidDerivative } from '../../../../properties/backprop/sigmoid-derivative.ts';
import type { Authority } from '../../authority.ts';
import { elementwise } from './shared/elementwise.ts';
import { exactSigmoid } from './shared/sigmoid.ts';

/** s(z) s(-z): a product of two. */
export const sigmoidDerivative: Authority<SigmoidDerivative> = {
  class: 'product',
  sweep: [1e-300, 800],
  exact: (z) => elementwise(z, (zi) => exactSigmoid(zi).times(exactSigmoid(zi.neg()))),
};
