import { expectSameShape, flat, map, matrixShape, type NdArray, zip } from '../ndarray.ts';

/**
 * Mean squared error, over all elements.
 *
 * $$L = \frac{1}{N C} \sum_{n=1}^{N} \sum_{c=1}^{C} (t_{nc} - y_{nc})^2$$
 *
 * - $y$ `y` `[N, C]`: predictions of C outputs for N samples
 * - $t$ `t` `[N, C]`: targets
 * - $L$ scalar, in squared units of the targets
 *
 * The mean goes over samples and outputs alike, as in Keras and PyTorch, and there is no factor 1/2.
 *
 * Error at most $\gamma_{NC+4} L$, as no term is negative and each passes a difference, which counts twice, a power
 * within 2 u, NC - 1 sums and the division: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `y` or `t` is not an ndarray.
 * @throws {RangeError} `y` is not a matrix, is empty, or `t` has another shape.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 5.1.4. Lecture 4.
 * @example meanSquaredError(matrix([[1, 2]]), matrix([[1, 5]])) // 4.5
 */
export function meanSquaredError(y: NdArray, t: NdArray): number {
  const size = sizeOf(y, t);
  const squares = zip(y, t, (prediction, target) => (target - prediction) ** 2);
  return flat(squares).reduce((sum, square) => sum + square, 0) / size;
}

/**
 * The gradient of $u L$ by predictions and targets, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial y_{nc}} = \frac{2 u}{N C} (y_{nc} - t_{nc}) = -\frac{\partial}{\partial t_{nc}}$$
 */
export function meanSquaredErrorGradient(upstream: number, y: NdArray, t: NdArray): { y: NdArray; t: NdArray } {
  const size = sizeOf(y, t);
  const byPrediction = zip(y, t, (prediction, target) => ((2 * upstream) / size) * (prediction - target));
  return { y: byPrediction, t: map(byPrediction, (slope) => -slope) };
}

/** The number of elements of two matrices of one shape. */
function sizeOf(y: NdArray, t: NdArray): number {
  const [N, C] = matrixShape('y', y);
  expectSameShape('y', y, 't', t);
  return N * C;
}
