import { flat, map, matrixShape, type NdArray } from '../ndarray.ts';
import { expectFinite } from '../options.ts';
import { normOf } from './shared/norm.ts';

/**
 * Frobenius norm of a matrix: the root of the sum of its squared entries.
 *
 * $$\lVert W \rVert_F = \sqrt{\sum_{ij} w_{ij}^2}$$
 *
 * - $W$ `w` `[m, n]`: the weights
 *
 * Every entry is divided by the largest before it is squared, so entries of any size neither overflow nor vanish.
 *
 * Error at most $\gamma_{mn+5} \lVert W \rVert_F$, as a term passes a quotient, a square and mn - 1 sums, of which the root halves
 * the error, and then the root and a product: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `w` is not an ndarray.
 * @throws {RangeError} `w` is not a matrix or is empty.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 2.5. Lecture 6.
 * @example frobeniusNorm(matrix([[3, 0], [0, -4]])) // 5
 */
export function frobeniusNorm(w: NdArray): number {
  matrixShape('w', w);
  const { largest, ratio } = normOf(flat(w));
  return largest * ratio;
}

/**
 * The gradient of $u \lVert W \rVert_F$ by the matrix, with $u$ the upstream gradient. At $W = 0$, a kink, it is taken as 0.
 *
 * $$\frac{\partial}{\partial w_{ij}} = u \frac{w_{ij}}{\lVert W \rVert_F}$$
 */
export function frobeniusNormGradient(upstream: number, w: NdArray): { w: NdArray } {
  matrixShape('w', w);
  expectFinite('upstream', upstream);
  const { largest, ratio } = normOf(flat(w));
  return { w: map(w, (wij) => (ratio === 0 ? 0 : upstream * (wij / largest / ratio))) };
}
