import { type Elements, elementwise } from '../elementwise.ts';
import { broadcast, broadcastShape, summedBack } from './shared/broadcast.ts';
import { expectUpstream } from './shared/elements.ts';

/**
 * Difference of two tensors, element by element, with broadcasting.
 *
 * $$d_i = a_i - b_i$$
 *
 * - $a$ `a`, $b$ `b` numbers, or arrays of any rank: aligned at the last axis, an axis of length 1, or one that is absent,
 *   is repeated
 * - $d$ of the shape to which both broadcast
 *
 * @throws {TypeError} `a` or `b` is neither a number nor an ndarray.
 * @throws {RangeError} `a` or `b` is empty, or their shapes do not broadcast.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example subtract(matrix([[1, 2], [3, 4]]), vector([10, 20])) // [[-9, -18], [-7, -16]]
 */
export function subtract(a: Elements, b: Elements): Elements {
  return broadcast(a, b, (ai, bi) => ai - bi);
}

/**
 * The gradient of $\sum_i u_i d_i$ by both, with $u$ the upstream gradient: what was repeated is summed.
 *
 * $$\frac{\partial}{\partial a_j} = \sum_{i \text{ repeats } j} u_i, \quad \frac{\partial}{\partial b_j} = -\sum_{i \text{ repeats } j} u_i$$
 */
export function subtractGradient(upstream: Elements, a: Elements, b: Elements): { a: Elements; b: Elements } {
  expectUpstream(upstream, broadcastShape(a, b));
  const turned = elementwise('upstream', upstream, (u) => -u); // equivalent mutant: `""` (it has been checked before)
  return { a: summedBack(upstream, a), b: summedBack(turned, b) };
}
