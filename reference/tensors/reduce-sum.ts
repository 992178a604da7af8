import type { Elements } from '../elementwise.ts';
import { type ReduceOptions, reduced, reducedBack } from './shared/reduce.ts';

/**
 * Sum along axes of a tensor.
 *
 * $$s = \sum_{i \in A} x_i$$
 *
 * - $x$ `x` a number, or an array of any rank
 * - $A$ `axes`: those that the reduction takes together, counted from the end where negative; absent, all of them
 * - $s$ of the shape of the other axes; with `keepDims`, those of $A$ stay with length 1
 *
 * Error at most $\gamma_{n-1} \sum_{i \in A} |x_i|$ for $n$ elements: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray, `options` is not an object, or `axes` is not a list.
 * @throws {RangeError} `x` is empty, an axis is out of range or named twice, `axes` is empty, or an option is unknown or not
 * one of its choices.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example reduceSum(matrix([[1, 2], [3, 4]]), { axes: [0] }) // [4, 6]
 */
export function reduceSum(x: Elements, options: ReduceOptions = {}): Elements {
  return reduced(x, options, (group) => group.reduce((sum, xi) => sum + xi, 0));
}

/**
 * The gradient of $\sum u s$ by `x`, with $u$ the upstream gradient: each element has that of its sum.
 *
 * $$\frac{\partial}{\partial x_i} = u$$
 */
export function reduceSumGradient(upstream: Elements, x: Elements, options: ReduceOptions = {}): { x: Elements } {
  return { x: reducedBack(upstream, x, options, (group) => group.map(() => 1)) };
}
