import type { Elements } from '../elementwise.ts';
import { type ReduceOptions, reduced, reducedBack } from './shared/reduce.ts';

/**
 * Standard deviation along axes of a tensor.
 *
 * $$\sigma = \sqrt{\frac{1}{n} \sum_{i \in A} (x_i - m)^2}, \quad m = \frac{1}{n} \sum_{i \in A} x_i$$
 *
 * - $x$ `x` a number, or an array of any rank
 * - $A$ `axes`: those that the reduction takes together, counted from the end where negative; absent, all of them
 * - $\sigma$ of the shape of the other axes; with `keepDims`, those of $A$ stay with length 1
 *
 * Of the population: divided by $n$, not by $n - 1$. The mean is taken off before the squares, so that an offset costs no
 * digits.
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray, `options` is not an object, or `axes` is not a list.
 * @throws {RangeError} `x` is empty, an axis is out of range or named twice, `axes` is empty, or an option is unknown or not
 * one of its choices.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example reduceStd(matrix([[1, 2], [3, 6]]), { axes: [0] }) // [1, 2]
 */
export function reduceStd(x: Elements, options: ReduceOptions = {}): Elements {
  return reduced(x, options, deviation);
}

/**
 * The gradient of $\sum u \sigma$ by `x`, with $u$ the upstream gradient. Where all elements are equal, a kink, it is taken as 0.
 *
 * $$\frac{\partial}{\partial x_i} = u \frac{x_i - m}{n \sigma}$$
 */
export function reduceStdGradient(upstream: Elements, x: Elements, options: ReduceOptions = {}): { x: Elements } {
  return {
    x: reducedBack(upstream, x, options, (group) => {
      const [m, sigma] = [mean(group), deviation(group)];
      return group.map((xi) => (sigma === 0 ? 0 : (xi - m) / (group.length * sigma)));
    }),
  };
}

function mean(items: readonly number[]): number {
  return items.reduce((sum, x) => sum + x, 0) / items.length;
}

function deviation(group: readonly number[]): number {
  const m = mean(group);
  return Math.sqrt(mean(group.map((xi) => (xi - m) ** 2)));
}
