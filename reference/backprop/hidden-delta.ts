import { expectShape, matrixShape, type NdArray, tensor, vectorLength } from '../ndarray.ts';
import { sigmoidDerivative } from './sigmoid-derivative.ts';

/**
 * The error signals of a hidden layer of sigmoid units, from those of the layer that follows.
 *
 * $$\delta_i = \Bigl( \sum_{k=1}^{n} w_{ik}\, \delta^{\text{next}}_k \Bigr)\, \sigma'(d_i)$$
 *
 * - $\delta^{\text{next}}$ `deltaNext` `[n]`: the error signals of the next layer
 * - $w$ `wNext` `[units + 1, n]`: the next layer's weights, from unit i to unit k; its last row holds the biases
 * - $d$ `d` `[units]`: the drives of this layer
 * - $\delta$ `[units]`
 *
 * The weights are used against the direction of the forward pass, hence transposed. The row of biases takes no part:
 * it comes from a constant, which has no error signal.
 *
 * Error at most $\gamma_{n+9}\, \sigma'(d_i) \sum_k |w_{ik} \delta^{\text{next}}_k|$, as a term passes two products and n - 1
 * sums, and the slope is within 4 ulp, which is 8 u: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `deltaNext`, `wNext` or `d` is not an ndarray.
 * @throws {RangeError} One of them is empty or has the wrong rank; `wNext` is not `[units + 1, n]`.
 * @see Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors. Lecture 2.
 * @example hiddenDelta(vector([1, -1]), matrix([[0.5, 0.25], [2, 1], [7, 9]]), vector([0, 0])) // [0.0625, 0.25]
 */
export function hiddenDelta(deltaNext: NdArray, wNext: NdArray, d: NdArray): NdArray {
  const [units, n] = hiddenDeltaSizes(deltaNext, wNext, d);
  const delta = tensor([units]);
  for (let i = 0; i < units; i++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += wNext.get(i, k) * deltaNext.get(k);
    delta.set(i, sum * sigmoidDerivative(d.get(i)));
  }
  return delta;
}

/** The number of units of this layer and of the next, where the arguments are legal. */
export function hiddenDeltaSizes(deltaNext: NdArray, wNext: NdArray, d: NdArray): [units: number, n: number] {
  const n = vectorLength('deltaNext', deltaNext);
  matrixShape('wNext', wNext);
  const units = vectorLength('d', d);
  expectShape('wNext', wNext, [units + 1, n], 'one row per unit and one of biases, one column per next unit');
  return [units, n];
}
