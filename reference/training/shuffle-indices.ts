import { flat, type NdArray, vector } from '../ndarray.ts';
import { expectInteger } from '../options.ts';
import { possiblyEmptyVector } from './shared/possibly-empty-vector.ts';

/**
 * A permutation of 0..n-1, by Fisher and Yates' shuffle from the top.
 *
 * $$\text{for } i = n-1, \dots, 1: \quad j = \lfloor u_{n-1-i} \, (i + 1) \rfloor, \quad a_i \leftrightarrow a_j$$
 *
 * - $n$ `n`: a whole number of at least 0
 * - $u$ `random` `[n - 1]` (`[0]` for n = 0): numbers drawn uniformly from 0 to below 1
 * - $a$ `[n]`: 0..n-1 before the first swap, the permutation after the last
 *
 * Every element may stay where it is: j runs over 0..i, i included. So all n! permutations are equally likely. The same
 * numbers give the same permutation.
 *
 * @throws {TypeError} `random` is not an ndarray.
 * @throws {RangeError} `n` is not a whole number of at least 0, or `random` is not a vector of n - 1 numbers of 0 to below 1.
 * @see Knuth (1997), The Art of Computer Programming, volume 2, section 3.4.2, algorithm P. Lecture 4.
 * @example shuffleIndices(4, vector([0.25, 0.5, 0.25])) // [2, 0, 3, 1]
 */
export function shuffleIndices(n: number, random: NdArray): NdArray {
  expectInteger('n', n, 0);
  const draws = Math.max(n - 1, 0);
  const length = possiblyEmptyVector('random', random);
  if (length !== draws) throw new RangeError(`random: expected ${draws} numbers for n = ${n}, got ${length}`);
  const beyond = flat(random).find((u) => !(u >= 0 && u < 1));
  if (beyond !== undefined) throw new RangeError(`random: expected numbers of at least 0 and below 1, got ${beyond}`);

  const a = vector(Array.from({ length: n }, (_, i) => i));
  // Equivalent mutants: `i = n;`, `i = n + 1;` (without a draw j is NaN: they write beyond the end and to no index)
  for (let i = n - 1; i >= 1; i--) {
    const j = Math.floor(random.get(n - 1 - i) * (i + 1));
    const ai = a.get(i);
    a.set(i, a.get(j));
    a.set(j, ai);
  }
  return a;
}
