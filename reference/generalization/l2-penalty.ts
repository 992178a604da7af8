import { flat, map, type NdArray, vectorLength } from '../ndarray.ts';
import { expectFinite } from '../options.ts';

/**
 * L2 penalty (weight decay): the sum of the squared weights, times lambda.
 *
 * $$\Omega = \lambda \sum_i w_i^2$$
 *
 * - $w$ `w` `[n]`: the weights
 * - $\lambda$ `lambda`: how much the penalty counts relative to the loss
 *
 * There is no factor of 1/2 in front, which some use so that the gradient is $\lambda w$.
 *
 * Error at most $\gamma_{n+2} |\Omega|$, as no term is negative and each passes a power within 2 u, n - 1 sums and the
 * product: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `w` is not an ndarray, or `lambda` is not a number.
 * @throws {RangeError} `w` is not a vector or is empty, or `lambda` is not finite.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 7.1.1. Lecture 6.
 * @example l2Penalty(vector([1, -3]), 2) // 20
 */
export function l2Penalty(w: NdArray, lambda: number): number {
  expectPenalty(w, lambda);
  return lambda * flat(w).reduce((total, wi) => total + wi ** 2, 0);
}

/**
 * The gradient of $u \Omega$ by the weights, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial w_i} = 2 u \lambda w_i$$
 */
export function l2PenaltyGradient(upstream: number, w: NdArray, lambda: number): { w: NdArray } {
  expectPenalty(w, lambda);
  expectFinite('upstream', upstream);
  return { w: map(w, (wi) => 2 * upstream * lambda * wi) };
}

/** @throws {TypeError | RangeError} `w` and `lambda` are not what a penalty on weights takes. */
export function expectPenalty(w: NdArray, lambda: number): void {
  vectorLength('w', w);
  expectFinite('lambda', lambda);
}
