import { flat, map, type NdArray } from '../ndarray.ts';
import { expectFinite } from '../options.ts';
import { expectPenalty } from './l2-penalty.ts';

/**
 * L1 penalty: the sum of the absolute weights, times lambda.
 *
 * $$\Omega = \lambda \sum_i |w_i|$$
 *
 * - $w$ `w` `[n]`: the weights
 * - $\lambda$ `lambda`: how much the penalty counts relative to the loss
 *
 * Its subgradient at a weight of 0 is taken as 0.
 *
 * Error at most $\gamma_n |\Omega|$, as no term is negative and each passes n - 1 sums and the product:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `w` is not an ndarray, or `lambda` is not a number.
 * @throws {RangeError} `w` is not a vector or is empty, or `lambda` is not finite.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 7.1.2. Lecture 6.
 * @example l1Penalty(vector([1, -3]), 2) // 8
 */
export function l1Penalty(w: NdArray, lambda: number): number {
  expectPenalty(w, lambda);
  return lambda * flat(w).reduce((total, wi) => total + Math.abs(wi), 0);
}

/**
 * The gradient of $u \Omega$ by the weights, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial w_i} = u \lambda \operatorname{sign}(w_i)$$
 */
export function l1PenaltyGradient(upstream: number, w: NdArray, lambda: number): { w: NdArray } {
  expectPenalty(w, lambda);
  expectFinite('upstream', upstream);
  return { w: map(w, (wi) => upstream * lambda * Math.sign(wi)) };
}
