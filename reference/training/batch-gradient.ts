import { matrixShape, type NdArray, tensor } from '../ndarray.ts';

/**
 * The gradient of a batch: the mean of the gradients of its samples.
 *
 * $$g_p = \frac{1}{B} \sum_{n=1}^{B} g_{np}$$
 *
 * - $g_n$ `sampleGradients` `[B, P]`: a row for each sample, the gradient of its loss by the P parameters
 * - $g$ `[P]`
 *
 * Equals the gradient of the mean loss, since differentiation is linear.
 *
 * Error at most $\gamma_B \frac{1}{B} \sum_n |g_n|$, as a term passes B - 1 sums and the division:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `sampleGradients` is not an ndarray.
 * @throws {RangeError} `sampleGradients` is not a matrix or is empty.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.1.3. Lecture 4.
 * @example batchGradient(matrix([[1, 2], [3, -6]])) // [2, -2]
 */
export function batchGradient(sampleGradients: NdArray): NdArray {
  const [B, P] = matrixShape('sampleGradients', sampleGradients);
  const g = tensor([P]);
  // Equivalent mutants: one more p (what it writes beyond the end is ignored)
  for (let p = 0; p < P; p++) {
    let sum = 0;
    for (let n = 0; n < B; n++) sum += sampleGradients.get(n, p);
    g.set(p, sum / B);
  }
  return g;
}
