import type { Perceptron } from '../../../../properties/perceptron/perceptron.ts';
import type { Authority } from '../../authority.ts';
import { dot, ONE, ZERO } from '../../big.ts';

/** The sum of products, and the step. */
export const perceptron: Authority<Perceptron> = {
  class: 'running error',
  exact: (x, w, bias = ZERO) => (dot(x, w).plus(bias).gte(0) ? ONE : ZERO),
};
