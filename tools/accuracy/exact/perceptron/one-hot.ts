import type { OneHot } from '../../../../properties/perceptron/one-hot.ts';
import type { Authority } from '../../authority.ts';
import { ONE, ZERO } from '../../big.ts';

/** 0 and 1. */
export const oneHot: Authority<OneHot> = {
  class: 'exact',
  exact: (index, depth) => Array.from({ length: depth.toNumber() }, (_, k) => (index.eq(k) ? ONE : ZERO)),
};
