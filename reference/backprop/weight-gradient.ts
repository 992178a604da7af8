import { expectShape, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectChoice } from '../options.ts';

/** 'mean' or 'sum' over the samples of a batch */
export type BatchReduction = 'mean' | 'sum';

/**
 * The gradient of the loss by the weights of a layer, from its error signals and the activations that came in.
 *
 * $$\frac{\partial L}{\partial w_{ji}} = \frac{1}{B} \sum_{n=1}^{B} a_{nj}\, \delta_{ni}$$
 *
 * - $\delta$ `deltas` `[B, n]`: the error signals of the layer's n units
 * - $a$ `activations` `[B, m]`: the activations of the m units before it
 * - the result `[m, n]`, of the shape of the weights that lead from the m units to the n
 *
 * The mean over the batch by default; `reduction: 'sum'` leaves the factor 1/B out.
 *
 * Error at most $\gamma_{B+1} \frac{1}{B} \sum_n |a_{nj} \delta_{ni}|$, as a term passes one product, B - 1 sums and
 * the division: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `deltas` or `activations` is not an ndarray.
 * @throws {RangeError} One of them is not a matrix or is empty, their batches differ, or `reduction` is unknown.
 * @see Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors. Lecture 2.
 * @example weightGradient(matrix([[0.5], [1.5]]), matrix([[2], [-4]])) // [[-2.5]]
 */
export function weightGradient(deltas: NdArray, activations: NdArray, reduction: BatchReduction = 'mean'): NdArray {
  const [B, n, m] = weightGradientSizes(deltas, activations, reduction);
  const gradient = tensor([m, n]);
  // Equivalent mutants: one more j, i (what they write is overwritten, or beyond the end and ignored)
  for (let j = 0; j < m; j++) {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let sample = 0; sample < B; sample++) sum += activations.get(sample, j) * deltas.get(sample, i);
      gradient.set(j, i, reduction === 'mean' ? sum / B : sum);
    }
  }
  return gradient;
}

/** The numbers of samples, of units and of units before them, where the arguments are legal. */
export function weightGradientSizes(
  deltas: NdArray,
  activations: NdArray,
  reduction: BatchReduction,
): [B: number, n: number, m: number] {
  const [B, n] = matrixShape('deltas', deltas);
  const [, m] = matrixShape('activations', activations);
  expectShape('activations', activations, [B, m], 'a row per sample of deltas');
  expectChoice('reduction', reduction, ['mean', 'sum']);
  return [B, n, m];
}
