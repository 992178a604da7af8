import { expectSameShape, map, type NdArray, vectorLength, zip } from '../ndarray.ts';
import { expectFinite } from '../options.ts';

/**
 * Gradient clipping by value: every entry is moved into the range from `low` to `high`.
 *
 * $$y_i = \min(\max(g_i, a), b)$$
 *
 * - $g$ `gradient` `[n]`
 * - $a$, $b$ `low`, `high`: the ends of the range
 * - $y$ `[n]`
 *
 * The direction of the gradient may change, as only the entries outside of the range move.
 *
 * @throws {TypeError} `gradient` is not an ndarray, or an end is not a number.
 * @throws {RangeError} `gradient` is not a vector or is empty, or `low` is above `high`.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 10.11.1. Lecture 6.
 * @example clipByValue(vector([-3, 0.5, 2]), -1, 1) // [-1, 0.5, 1]
 */
export function clipByValue(gradient: NdArray, low: number, high: number): NdArray {
  expectClipRange(gradient, low, high);
  return map(gradient, (g) => Math.min(Math.max(g, low), high));
}

/**
 * The gradient of $\sum u y$ by the entries, with $u$ the upstream gradient: it passes within the range, its ends included, unless
 * they are one number, as the result is constant then.
 *
 * $$\frac{\partial}{\partial g_i} = u_i \, [a \le g_i \le b] \, [a < b]$$
 */
export function clipByValueGradient(
  upstream: NdArray,
  gradient: NdArray,
  low: number,
  high: number,
): { gradient: NdArray } {
  expectClipRange(gradient, low, high);
  expectSameShape('gradient', gradient, 'upstream', upstream);
  return { gradient: zip(upstream, gradient, (u, g) => (low < high && low <= g && g <= high ? u : 0)) };
}

/** @throws {TypeError | RangeError} As `clipByValue` does. */
export function expectClipRange(gradient: NdArray, low: number, high: number): void {
  vectorLength('gradient', gradient);
  expectFinite('low', low);
  expectFinite('high', high);
  if (low > high) throw new RangeError(`low: expected a number of at most high, which is ${high}, got ${low}`);
}
