import { type Elements, elementwise } from '../elementwise.ts';
import { minMaxNormalize, minMaxNormalizeGradient } from './min-max-normalize.ts';

/**
 * Normalization to the range from -1 to 1, over all elements.
 *
 * $$y_i = 2 \, \frac{x_i - m}{M - m} - 1, \quad m = \min_j x_j, \quad M = \max_j x_j$$
 *
 * - $x$ `x` a number, or an array of any rank: an image, or a batch of them
 * - $y$ of the shape of `x`
 *
 * If all elements are equal, the result is -1, as in scikit-learn.
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray.
 * @throws {RangeError} `x` is empty.
 * @see Han, Kamber, Pei (2011), Data Mining: Concepts and Techniques, section 3.5.2. Lecture 5.
 * @example symmetricNormalize(matrix([[1, 2], [3, 5]])) // [[-1, -0.5], [0, 1]]
 */
export function symmetricNormalize(x: Elements): Elements {
  return elementwise('x', minMaxNormalize(x), (y) => 2 * y - 1); // equivalent mutant: `""` (x has been checked before)
}

/**
 * The gradient of $\sum u_i y_i$ by `x`, with $u$ the upstream gradient: that of the normalization to the range from 0 to
 * 1, twice.
 *
 * $$\frac{\partial}{\partial x_j} = \frac{2}{M - m} \Bigl( u_j + [x_j = m] \sum_i u_i \frac{x_i - M}{M - m} - [x_j = M] \sum_i u_i \frac{x_i - m}{M - m} \Bigr)$$
 */
export function symmetricNormalizeGradient(upstream: Elements, x: Elements): { x: Elements } {
  const { x: half } = minMaxNormalizeGradient(upstream, x);
  return { x: elementwise('x', half, (g) => 2 * g) }; // equivalent mutant: `""` (x has been checked before)
}
