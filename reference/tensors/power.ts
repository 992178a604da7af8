import type { Elements } from '../elementwise.ts';
import { broadcast, broadcastShape, summedBack } from './shared/broadcast.ts';
import { expectUpstream } from './shared/elements.ts';

/**
 * Powers of two tensors, element by element, with broadcasting.
 *
 * $$p_i = a_i^{b_i}$$
 *
 * - $a$ `a`, $b$ `b` numbers, or arrays of any rank: aligned at the last axis, an axis of length 1, or one that is absent,
 *   is repeated; a base that is not positive takes whole exponents alone, and 0 none below 0
 * - $p$ of the shape to which both broadcast; 0 to the 0 is 1
 *
 * Whole exponents are products, others $e^{b \ln a}$: `**` has another last bit in each version of Node. Error at most
 * $|b|(1 + |\ln a|) + 2$ roundings of the power.
 *
 * @throws {TypeError} `a` or `b` is neither a number nor an ndarray.
 * @throws {RangeError} `a` or `b` is empty, their shapes do not broadcast, or a base has no power of that exponent.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example power(vector([2, 3]), 2) // [4, 9]
 */
export function power(a: Elements, b: Elements): Elements {
  return broadcast(a, b, powerOf);
}

/**
 * The gradient of $\sum_i u_i p_i$ by both, with $u$ the upstream gradient: what was repeated is summed. By the exponent of a
 * base that is not positive it is taken as 0, since there is no power beside that one.
 *
 * $$\frac{\partial}{\partial a_j} = \sum_{i \text{ repeats } j} u_i b_i a_i^{b_i - 1}, \quad
 * \frac{\partial}{\partial b_j} = \sum_{i \text{ repeats } j} u_i a_i^{b_i} \ln a_i$$
 */
export function powerGradient(upstream: Elements, a: Elements, b: Elements): { a: Elements; b: Elements } {
  expectPowers(a, b);
  expectUpstream(upstream, broadcastShape(a, b));
  const byBase = broadcast(a, b, (ai, bi) => (bi === 0 ? 0 : bi * powerOf(ai, bi - 1)));
  const byExponent = broadcast(a, b, (ai, bi) => (ai > 0 ? powerOf(ai, bi) * Math.log(ai) : 0));
  return {
    a: summedBack(weighted(upstream, byBase), a),
    b: summedBack(weighted(upstream, byExponent), b),
  };
}

function weighted(upstream: Elements, slopes: Elements): Elements {
  return broadcast(upstream, slopes, (u, slope) => u * slope);
}

/** @throws {RangeError} The base has no power of that exponent. */
export function expectPowers(a: Elements, b: Elements): void {
  broadcast(a, b, (base, exponent) => {
    const isLegal = base > 0 || (Number.isInteger(exponent) && (base < 0 || exponent >= 0));
    if (!isLegal && !Number.isNaN(base) && !Number.isNaN(exponent)) {
      throw new RangeError(
        base === 0
          ? `b: expected a whole exponent of 0 or more for the base 0, got ${exponent}`
          : `b: expected a whole exponent for the base ${base}, got ${exponent}`,
      );
    }
    return 0; // equivalent mutant: `0 + 1` (the result is not used)
  });
}

function powerOf(base: number, exponent: number): number {
  expectPowers(base, exponent);
  if (!Number.isInteger(exponent)) return Math.exp(exponent * Math.log(base));
  // Equivalent mutants: `exponent <= 0`, `exponent < 0 + 1` (to the 0 both are 1)
  return exponent < 0 ? 1 / wholePower(base, -exponent) : wholePower(base, exponent);
}

/** $a^n$ by squares: an even power is that of the square. */
function wholePower(base: number, n: number): number {
  if (n === 0) return 1;
  return n % 2 === 1 ? base * wholePower(base, n - 1) : wholePower(base * base, n / 2);
}
