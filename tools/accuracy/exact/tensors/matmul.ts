import type { Matmul } from '../../../../properties/tensors/matmul.ts';
import { exchanged, matmulNests } from '../../../../properties/tensors/shared/matrices.ts';
import { shapeOfNest } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';
import { dot } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';

/** Sums of products of rows and columns. */
export const matmul: Authority<Matmul> = {
  class: 'sum',
  exact: (a, b, { transposeA, transposeB }) =>
    matmulNests(transposeA ? exchanged(a) : a, transposeB ? exchanged(b) : b, dot),
  bound: (a, b, options) => {
    const terms = shapeOfNest(a).at(options.transposeA ? -2 : -1) ?? 1;
    return afterRoundings(terms, matmul.exact(sizesOf(a), sizesOf(b), options));
  },
};
