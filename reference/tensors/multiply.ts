import type { Elements } from '../elementwise.ts';
import { broadcast, broadcastShape, summedBack } from './shared/broadcast.ts';
import { expectUpstream } from './shared/elements.ts';

/**
 * Product of two tensors, element by element, with broadcasting.
 *
 * $$p_i = a_i b_i$$
 *
 * - $a$ `a`, $b$ `b` numbers, or arrays of any rank: aligned at the last axis, an axis of length 1, or one that is absent,
 *   is repeated
 * - $p$ of the shape to which both broadcast
 *
 * @throws {TypeError} `a` or `b` is neither a number nor an ndarray.
 * @throws {RangeError} `a` or `b` is empty, or their shapes do not broadcast.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example multiply(matrix([[1, 2], [3, 4]]), vector([10, 20])) // [[10, 40], [30, 80]]
 */
export function multiply(a: Elements, b: Elements): Elements {
  return broadcast(a, b, (ai, bi) => ai * bi);
}

/**
 * The gradient of $\sum_i u_i p_i$ by both, with $u$ the upstream gradient: what was repeated is summed.
 *
 * $$\frac{\partial}{\partial a_j} = \sum_{i \text{ repeats } j} u_i b_i, \quad \frac{\partial}{\partial b_j} = \sum_{i \text{ repeats } j} u_i a_i$$
 */
export function multiplyGradient(upstream: Elements, a: Elements, b: Elements): { a: Elements; b: Elements } {
  expectUpstream(upstream, broadcastShape(a, b));
  return { a: summedBack(multiply(upstream, b), a), b: summedBack(multiply(upstream, a), b) };
}
