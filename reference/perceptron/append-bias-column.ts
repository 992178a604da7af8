import { matrixShape, type NdArray, tensor } from '../ndarray.ts';

/**
 * Samples with one more input that is always 1.
 *
 * $$[x, 1]_{ni} = \begin{cases} x_{ni} & i \le m \\ 1 & i = m + 1 \end{cases}$$
 *
 * - $x$ `x` `[B, m]`: one sample per row
 * - $[x, 1]$ `[B, m + 1]`
 *
 * It goes with weights `[m + 1, n]` whose last row holds the biases: $[x, 1] W = x W_{1..m} + b$.
 *
 * @throws {TypeError} `x` is not an ndarray.
 * @throws {RangeError} `x` is not a matrix or is empty.
 * @see Bishop (2006), Pattern Recognition and Machine Learning, section 5.1. Lecture 1.
 * @example appendBiasColumn(matrix([[2, 3], [4, 5]])) // [[2, 3, 1], [4, 5, 1]]
 */
export function appendBiasColumn(x: NdArray): NdArray {
  const [B, m] = matrixShape('x', x);
  const augmented = tensor([B, m + 1]);
  // Equivalent mutants: one more n, i (what they write is overwritten, or beyond the end and ignored)
  for (let n = 0; n < B; n++) {
    for (let i = 0; i < m; i++) augmented.set(n, i, x.get(n, i));
    augmented.set(n, m, 1);
  }
  return augmented;
}
