import { type NdArray, vector } from '../ndarray.ts';
import { expectInteger } from '../options.ts';

/**
 * A whole number as its binary digits.
 *
 * $$v = \sum_{k=1}^{K} b_k\, 2^{K-k}, \qquad b_k \in \{0, 1\}$$
 *
 * - $v$ `value`: an integer of 0 to $2^K - 1$
 * - $K$ `bits`: the number of digits, an integer of 1 to 53
 * - $b$ `[K]`: the most significant digit first
 *
 * @throws {RangeError} `bits` is not an integer of 1 to 53, or `value` is not an integer of at least 0 that fits.
 * @see Knuth (1997), The Art of Computer Programming, volume 2, section 4.1. Lecture 1.
 * @example binaryEncode(6, 4) // [0, 1, 1, 0]
 */
export function binaryEncode(value: number, bits: number): NdArray {
  expectBinaryEncodeArguments(value, bits);
  const digits: number[] = [];
  for (let rest = value; digits.length < bits; rest = Math.floor(rest / 2)) digits.unshift(rest % 2);
  return vector(digits);
}

/** @throws {RangeError} `bits` is not an integer of 1 to 53, or `value` is not an integer of at least 0 that fits. */
export function expectBinaryEncodeArguments(value: number, bits: number): void {
  expectInteger('bits', bits, 1, 53); // equivalent mutant: `53 * (1 + 1e-6)` (bits is whole)
  expectInteger('value', value, 0, 2 ** bits - 1);
}
