import { expectShape, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectFinite, expectList, expectOptions } from '../options.ts';

export interface PaddedBatchOptions {
  /** what the padding is made of; default 0 */
  value?: number;
}

/** Sequences of one length `[B, T, features]`, and which of their steps are real `[B, T]`. */
export interface PaddedBatch {
  x: NdArray;
  mask: NdArray;
}

/**
 * A batch of sequences of different lengths: the shorter ones are padded at the end to the longest.
 *
 * $$x_{nt} = \begin{cases} s^{(n)}_t & t \le T_n \\ v & \text{else} \end{cases}, \qquad
 *   m_{nt} = \begin{cases} 1 & t \le T_n \\ 0 & \text{else} \end{cases}$$
 *
 * - $s$ `sequences`: for each of B samples a matrix `[T_n, features]`
 * - $v$ `value`: what the padding is made of, 0 where it is absent
 * - $x$ `x` `[B, T, features]` with $T = \max_n T_n$, $m$ `mask` `[B, T]`
 *
 * Exact: numbers are only copied.
 *
 * @throws {TypeError} `sequences` is not a list of ndarrays, or `value` is not a number.
 * @throws {RangeError} `sequences` is empty, one of them is not a matrix or is empty, their numbers of features differ, or
 * `value` is not finite.
 * @see Chollet et al., Keras: Masking and padding. Lecture 7.
 * @example paddedBatch([matrix([[1], [2]]), matrix([[3]])], { value: 9 }) // { x: [[[1], [2]], [[3], [9]]], mask: [[1, 1], [1, 0]] }
 */
export function paddedBatch(sequences: readonly NdArray[], options: PaddedBatchOptions = {}): PaddedBatch {
  const { lengths, longest, features } = paddedBatchSizes(sequences, options);
  const { value = 0 } = options;
  const x = tensor([lengths.length, longest, features]);
  const mask = tensor([lengths.length, longest]);
  lengths.forEach((length, n) => {
    const sequence = sequences[n] as NdArray;
    // Equivalent mutants: one more t, k (what they write is overwritten, or beyond the end and ignored)
    for (let t = 0; t < longest; t++) {
      mask.set(n, t, t < length ? 1 : 0);
      for (let k = 0; k < features; k++) x.set(n, t, k, t < length ? sequence.get(t, k) : value);
    }
  });
  return { x, mask };
}

/** The length of each sequence, the largest of them and the number of features, after the arguments have been checked. */
export function paddedBatchSizes(
  sequences: readonly NdArray[],
  options: PaddedBatchOptions,
): { lengths: number[]; longest: number; features: number } {
  expectOptions(options, ['value']);
  const { value = 0 } = options; // equivalent mutant: `0 + 1` (it is finite too)
  expectFinite('options.value', value);
  expectList('sequences', sequences);
  // Equivalent mutant: `if (false)` (the next line refuses the first of none, in other words)
  if (sequences.length === 0) throw new RangeError('sequences: expected at least one sequence, got none');
  const [, features] = matrixShape('sequences[0]', sequences[0] as NdArray);
  const lengths = sequences.map((sequence, n) => {
    const [length] = matrixShape(`sequences[${n}]`, sequence);
    expectShape(`sequences[${n}]`, sequence, [length, features], 'as many features as sequences[0]');
    return length;
  });
  return { lengths, longest: Math.max(...lengths), features };
}
