import { expectSameShape, type NdArray, vectorLength } from '../ndarray.ts';
import { expectFinite } from '../options.ts';
import { step } from './step.ts';

/**
 * A single neuron with a step activation.
 *
 * $$y = s \Bigl( \sum_{i=1}^{m} x_i w_i + b \Bigr)$$
 *
 * - $x$ `x` `[m]`: the inputs
 * - $w$ `w` `[m]`: the weight of each
 * - $b$ `bias` a finite number; default 0
 * - $y$ 1 where the drive is at least 0, else 0
 *
 * A drive of exactly 0 fires. A bias of b does what a threshold of -b on the weighted sum does.
 *
 * Error of the drive at most $\gamma_{m+1} (|b| + \sum_i |x_i w_i|)$, as a term passes one product and m sums:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$. Nearer to 0 than that, rounding decides.
 *
 * @throws {TypeError} `x` or `w` is not an ndarray, or `bias` is not a number.
 * @throws {RangeError} `x` or `w` is empty or not a vector, `w` has another length than `x`, or `bias` is not finite.
 * @see Rosenblatt (1958), The perceptron: a probabilistic model for information storage. Lecture 1.
 * @example perceptron(vector([1, 0]), vector([2, 3]), -2) // 1
 */
export function perceptron(x: NdArray, w: NdArray, bias = 0): number {
  const m = expectPerceptronArguments(x, w, bias);
  let drive = bias;
  for (let i = 0; i < m; i++) drive += x.get(i) * w.get(i);
  return step(drive);
}

/** The number of inputs, where the arguments are legal. */
export function expectPerceptronArguments(x: NdArray, w: NdArray, bias: number): number {
  const m = vectorLength('x', x);
  expectSameShape('x', x, 'w', w);
  expectFinite('bias', bias);
  return m;
}
