import type { Elements } from '../elementwise.ts';
import { elementsOf, expectUpstream, ofShape, shapeOf } from '../tensors/shared/elements.ts';
import { extremesOf } from './shared/extremes.ts';

/**
 * Normalization to the range from 0 to 1, over all elements.
 *
 * $$y_i = \frac{x_i - m}{M - m}, \quad m = \min_j x_j, \quad M = \max_j x_j$$
 *
 * - $x$ `x` a number, or an array of any rank: an image, or a batch of them
 * - $y$ of the shape of `x`
 *
 * If all elements are equal, the result is 0, as in scikit-learn. If $M - m$ is beyond the largest number, the halves of the
 * elements are taken, whose shares are the same.
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray.
 * @throws {RangeError} `x` is empty.
 * @see Han, Kamber, Pei (2011), Data Mining: Concepts and Techniques, section 3.5.2. Lecture 5.
 * @example minMaxNormalize(matrix([[1, 2], [3, 5]])) // [[0, 0.25], [0.5, 1]]
 */
export function minMaxNormalize(x: Elements): Elements {
  const { elements, least, spread } = extremesOf(x);
  return ofShape(
    shapeOf(x),
    elements.map((xi) => (spread === 0 ? 0 : (xi - least) / spread)),
  );
}

/**
 * The gradient of $\sum u_i y_i$ by `x`, with $u$ the upstream gradient. Of several least or largest elements the first
 * takes what comes back through the minimum or maximum. If all elements are equal, a kink, it is taken as 0.
 *
 * $$\frac{\partial}{\partial x_j} = \frac{1}{M - m} \Bigl( u_j + [x_j = m] \sum_i u_i (y_i - 1) - [x_j = M] \sum_i u_i y_i \Bigr)$$
 */
export function minMaxNormalizeGradient(upstream: Elements, x: Elements): { x: Elements } {
  const { unit, elements, least, spread, lowest, highest } = extremesOf(x);
  expectUpstream(upstream, shapeOf(x));
  const u = elementsOf(upstream);
  // The sum of u_i times the share of the spread that x_i is above an element.
  const weighted = (from: number): number =>
    u.reduce((sum, ui, i) => sum + ui * (((elements[i] as number) - from) / spread), 0);
  const [throughLeast, throughLargest] = [weighted(elements[highest] as number), weighted(least)];
  const gradient = u.map((ui, j) => {
    if (spread === 0) return 0;
    return (ui + (j === lowest ? throughLeast : 0) - (j === highest ? throughLargest : 0)) / spread / unit;
  });
  return { x: ofShape(shapeOf(x), gradient) };
}
