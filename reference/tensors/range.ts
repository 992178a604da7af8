import { type NdArray, vector } from '../ndarray.ts';
import { expectFinite } from '../options.ts';

/**
 * Numbers at equal distances, the limit left out.
 *
 * $$y_i = s + i d, \quad i = 0, \dots, \left\lceil \frac{l - s}{d} \right\rceil - 1$$
 *
 * - $s$ `start`, $l$ `limit`, $d$ `delta`, 1 by default, and of either sign
 * - $y$ `[n]`
 *
 * Each number is computed from its place and not from the one before it, so that no error adds up.
 *
 * @throws {TypeError} An argument is not a number.
 * @throws {RangeError} An argument is not finite, `delta` is 0, the limit does not lie ahead, or there are too many numbers.
 * @see Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1. Lecture 3.
 * @example range(1, 2, 0.25) // [1, 1.25, 1.5, 1.75]
 */
export function range(start: number, limit: number, delta = 1): NdArray {
  const n = rangeLength(start, limit, delta);
  return vector(Array.from({ length: n }, (_, i) => start + i * delta));
}

const MOST = 2 ** 24;

/** How many numbers there are. */
export function rangeLength(start: number, limit: number, delta: number): number {
  expectFinite('start', start);
  expectFinite('limit', limit);
  expectFinite('delta', delta);
  if (delta === 0) throw new RangeError('delta: expected a step of more or less than 0, got 0');
  const n = Math.ceil((limit - start) / delta);
  if (n < 1) {
    throw new RangeError(
      `limit: expected one ahead of ${start} by steps of ${delta}, got ${limit}: there would be no numbers`,
    );
  }
  if (n > MOST) throw new RangeError(`limit: expected at most ${MOST} numbers, got ${n}`);
  return n;
}
