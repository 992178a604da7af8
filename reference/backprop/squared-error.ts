import { expectSameShape, flat, map, type NdArray, vectorLength, zip } from '../ndarray.ts';

/**
 * Squared error of one sample: the loss of backpropagation, whose gradient is just the error.
 *
 * $$L = \frac{1}{2} \sum_{i=1}^{m} (t_i - y_i)^2$$
 *
 * - $y$ `y` `[m]`: the activations of the last layer
 * - $t$ `t` `[m]`: targets
 * - $L$ scalar, in squared units of the targets
 *
 * A sum with the factor 1/2, where `meanSquaredError` is a mean without it.
 *
 * Error at most $\gamma_{m+3} L$, as no term is negative and each passes a difference, which counts twice, a power
 * within 2 u and m - 1 sums: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `y` or `t` is not an ndarray.
 * @throws {RangeError} `y` is not a vector or is empty, or `t` is of another length.
 * @see Bishop (2006), Pattern Recognition and Machine Learning, section 5.3.1. Lecture 2.
 * @example squaredError(vector([1, 2]), vector([1, 5])) // 4.5
 */
export function squaredError(y: NdArray, t: NdArray): number {
  vectorLength('y', y);
  expectSameShape('y', y, 't', t);
  const squares = zip(y, t, (activation, target) => (target - activation) ** 2);
  return flat(squares).reduce((sum, square) => sum + square, 0) / 2;
}

/**
 * The gradient of $u L$ by activations and targets, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial y_i} = u (y_i - t_i) = -\frac{\partial}{\partial t_i}$$
 */
export function squaredErrorGradient(upstream: number, y: NdArray, t: NdArray): { y: NdArray; t: NdArray } {
  vectorLength('y', y);
  expectSameShape('y', y, 't', t);
  const byActivation = zip(y, t, (activation, target) => upstream * (activation - target));
  return { y: byActivation, t: map(byActivation, (slope) => -slope) };
}
