import { expectSameShape, type NdArray, vectorLength, zip } from '../ndarray.ts';
import { expectFinite } from '../options.ts';

/**
 * One step of gradient descent.
 *
 * $$w_i \leftarrow w_i - \alpha \frac{\partial L}{\partial w_i}$$
 *
 * - $w$ `w` `[n]`: the weights
 * - $\partial L / \partial w$ `gradient` `[n]`
 * - $\alpha$ `learningRate`
 *
 * The loss falls along the negative gradient, hence the minus sign, which the notes have lost in print.
 *
 * Error at most $\gamma_2 (|w_i| + |\alpha\, \partial L / \partial w_i|)$, as a term passes a product and a difference:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `w` or `gradient` is not an ndarray, or `learningRate` is not a number.
 * @throws {RangeError} `w` is not a vector, is empty, `gradient` has another length, or the rate is not finite.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 4.3. Lecture 2.
 * @example gradientDescentStep(vector([1, 2]), vector([4, -8]), 0.25) // [0, 4]
 */
export function gradientDescentStep(w: NdArray, gradient: NdArray, learningRate: number): NdArray {
  expectDescent(w, gradient, learningRate);
  return zip(w, gradient, (wi, slope) => wi - learningRate * slope);
}

/** Checks the arguments of a step of gradient descent. */
export function expectDescent(w: NdArray, gradient: NdArray, learningRate: number): void {
  vectorLength('w', w);
  expectSameShape('w', w, 'gradient', gradient);
  expectFinite('learningRate', learningRate);
}
