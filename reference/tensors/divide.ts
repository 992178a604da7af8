import type { Elements } from '../elementwise.ts';
import { broadcast, broadcastShape, summedBack } from './shared/broadcast.ts';
import { expectUpstream } from './shared/elements.ts';

/**
 * Quotient of two tensors, element by element, with broadcasting.
 *
 * $$q_i = \frac{a_i}{b_i}$$
 *
 * - $a$ `a`, $b$ `b` numbers, or arrays of any rank: aligned at the last axis, an axis of length 1, or one that is absent,
 *   is repeated
 * - $q$ of the shape to which both broadcast
 *
 * A divisor of 0 gives an infinity, or NaN for 0 / 0, as IEEE 754 says.
 *
 * @throws {TypeError} `a` or `b` is neither a number nor an ndarray.
 * @throws {RangeError} `a` or `b` is empty, or their shapes do not broadcast.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example divide(matrix([[1, 2], [3, 4]]), vector([2, 4])) // [[0.5, 0.5], [1.5, 1]]
 */
export function divide(a: Elements, b: Elements): Elements {
  return broadcast(a, b, (ai, bi) => ai / bi);
}

/**
 * The gradient of $\sum_i u_i q_i$ by both, with $u$ the upstream gradient: what was repeated is summed.
 *
 * $$\frac{\partial}{\partial a_j} = \sum_{i \text{ repeats } j} \frac{u_i}{b_i}, \quad \frac{\partial}{\partial b_j} = -\sum_{i \text{ repeats } j} \frac{u_i a_i}{b_i^2}$$
 */
export function divideGradient(upstream: Elements, a: Elements, b: Elements): { a: Elements; b: Elements } {
  expectUpstream(upstream, broadcastShape(a, b));
  const weighted = broadcast(upstream, a, (u, ai) => u * ai);
  return {
    a: summedBack(divide(upstream, b), a),
    b: summedBack(
      broadcast(weighted, b, (ua, bi) => -ua / (bi * bi)),
      b,
    ),
  };
}
