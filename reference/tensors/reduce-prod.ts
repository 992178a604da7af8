import type { Elements } from '../elementwise.ts';
import { type ReduceOptions, reduced, reducedBack } from './shared/reduce.ts';

/**
 * Product along axes of a tensor.
 *
 * $$p = \prod_{i \in A} x_i$$
 *
 * - $x$ `x` a number, or an array of any rank
 * - $A$ `axes`: those that the reduction takes together, counted from the end where negative; absent, all of them
 * - $p$ of the shape of the other axes; with `keepDims`, those of $A$ stay with length 1
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray, `options` is not an object, or `axes` is not a list.
 * @throws {RangeError} `x` is empty, an axis is out of range or named twice, `axes` is empty, or an option is unknown or not
 * one of its choices.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example reduceProd(matrix([[1, 2], [3, 4]]), { axes: [1] }) // [2, 12]
 */
export function reduceProd(x: Elements, options: ReduceOptions = {}): Elements {
  return reduced(x, options, (group) => product(group));
}

/**
 * The gradient of $\sum u p$ by `x`, with $u$ the upstream gradient: that of an element is the product of the others, which is no quotient, since an element may be 0.
 *
 * $$\frac{\partial}{\partial x_i} = u \prod_{j \in A, j \neq i} x_j$$
 */
export function reduceProdGradient(upstream: Elements, x: Elements, options: ReduceOptions = {}): { x: Elements } {
  return {
    x: reducedBack(upstream, x, options, (group) => group.map((_, i) => product(group.filter((_, j) => j !== i)))),
  };
}

function product(factors: readonly number[]): number {
  return factors.reduce((result, factor) => result * factor, 1);
}
