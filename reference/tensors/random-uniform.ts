import type { Elements } from '../elementwise.ts';
import { expectFinite, expectInteger, expectOptions } from '../options.ts';
import { ofShape } from './shared/elements.ts';
import { randomUnits } from './shared/random-bits.ts';
import { expectLengths, sizeOf } from './shared/shape.ts';

/** Between which numbers is drawn. */
export interface UniformOptions {
  low?: number;
  high?: number;
}

/**
 * Numbers drawn uniformly, the same ones for the same seed on every machine.
 *
 * $$y_i = l + (h - l) u_i, \quad u_i \sim U(0, 1)$$
 *
 * - `shape` the lengths of the axes; `[]` gives a number
 * - `seed` a whole number of 0 to 2^32 - 1
 * - $l$ `low`, $h$ `high`: 0 and 1 by default; $u$ lies between 0 and 1 and reaches neither
 * - $y$ of that shape
 *
 * @throws {TypeError} `shape` is not a list, or an option is not a number.
 * @throws {RangeError} `shape` has an entry that is no positive integer, `seed` is not a whole number of that range, an option is
 *   not finite, `low` is not below `high`, or $h - l$ is beyond the largest number.
 * @see Knuth (1997), The Art of Computer Programming, volume 2, section 3.2. Lecture 3.
 * @example randomUniform([2], 1, { low: 5, high: 6 }).shape // [2]
 */
export function randomUniform(shape: readonly number[], seed: number, options: UniformOptions = {}): Elements {
  expectUniform(shape, seed, options);
  const { low = 0, high = 1 } = options;
  return ofShape(
    shape,
    randomUnits(seed, sizeOf(shape)).map((u) => low + (high - low) * u),
  );
}

/** @throws {TypeError | RangeError} As `randomUniform` does. */
export function expectUniform(shape: readonly number[], seed: number, options: UniformOptions): void {
  expectLengths('shape', shape);
  expectInteger('seed', seed, 0, 2 ** 32 - 1);
  expectOptions(options, ['low', 'high']);
  const { low = 0, high = 1 } = options;
  expectFinite('options.low', low);
  expectFinite('options.high', high);
  if (low >= high) throw new RangeError(`options.high: expected a number above low, ${low}, got ${high}`);
  if (high - low === Infinity) {
    throw new RangeError(`options.high: expected at most ${Number.MAX_VALUE} above low, ${low}, got ${high}`);
  }
}
