import { matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectChoice } from '../options.ts';
import type { BatchReduction } from './weight-gradient.ts';

/**
 * The gradient of the loss by the biases of a layer, from its error signals.
 *
 * $$\frac{\partial L}{\partial b_i} = \frac{1}{B} \sum_{n=1}^{B} \delta_{ni}$$
 *
 * - $\delta$ `deltas` `[B, n]`: the error signals of the layer's n units
 * - the result `[n]`
 *
 * A bias is the weight of a constant 1, so this is `weightGradient` with activations of 1. The mean over the batch by
 * default; `reduction: 'sum'` leaves the factor 1/B out.
 *
 * Error at most $\gamma_B \frac{1}{B} \sum_n |\delta_{ni}|$, as a term passes B - 1 sums and the division:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `deltas` is not an ndarray.
 * @throws {RangeError} It is not a matrix or is empty, or `reduction` is unknown.
 * @see Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors. Lecture 2.
 * @example biasGradient(matrix([[0.5, 4], [1.5, 0]])) // [1, 2]
 */
export function biasGradient(deltas: NdArray, reduction: BatchReduction = 'mean'): NdArray {
  const [B, n] = biasGradientSizes(deltas, reduction);
  const gradient = tensor([n]);
  // Equivalent mutants: one more i (what it writes beyond the end is ignored)
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let sample = 0; sample < B; sample++) sum += deltas.get(sample, i);
    gradient.set(i, reduction === 'mean' ? sum / B : sum);
  }
  return gradient;
}

/** The numbers of samples and of units, where the arguments are legal. */
export function biasGradientSizes(deltas: NdArray, reduction: BatchReduction): [B: number, n: number] {
  expectChoice('reduction', reduction, ['mean', 'sum']);
  return matrixShape('deltas', deltas);
}
