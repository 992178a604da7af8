import { expectSameShape, type NdArray, zip } from '../ndarray.ts';
import { type AdamOptions, adamOptions } from './adam.ts';
import { expectState } from './shared/optimizer-arguments.ts';

export interface AdamUncorrectedState {
  theta: NdArray;
  m: NdArray;
  v: NdArray;
}

/**
 * One step of Adam without its bias correction.
 *
 * $$m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \quad
 * \theta \leftarrow \theta - \eta \frac{m}{\sqrt{v} + \epsilon}$$
 *
 * - $\theta$ `state.theta` `[n]`: the parameters
 * - $m, v$ `state.m`, `state.v` `[n]`: the decaying means of the gradient and of its square; zeros before the first step
 * - $g$ `gradient` `[n]`
 * - $\eta, \beta_1, \beta_2, \epsilon$: `learningRate`, `beta1`, `beta2`, `epsilon`
 *
 * Both moments start at 0 and are too small at first, v more so: with the default betas the first step is 3.2 times as
 * long as Adam's. If the gradient has always been 0, an epsilon of 0 gives 0/0, NaN.
 *
 * @throws {TypeError} A vector is not an ndarray.
 * @throws {RangeError} A vector has another length than `state.theta` or is empty, `state.v` has a negative entry, or an
 * option is out of its range or unknown.
 * @see Kingma, Ba (2015), Adam: A Method for Stochastic Optimization, section 6.4. Lecture 4.
 * @example adamUncorrected({ theta: vector([1]), m: vector([2]), v: vector([2]) }, vector([4]), { learningRate: 1, beta1: 0.5, beta2: 0.5, epsilon: 1 }) // { theta: [0.25], m: [3], v: [9] }
 */
export function adamUncorrected(
  state: AdamUncorrectedState,
  gradient: NdArray,
  options: AdamOptions = {},
): AdamUncorrectedState {
  const { learningRate, beta1, beta2, epsilon } = adamOptions(options);
  expectState(state, ['m', 'v']);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);
  const m = zip(state.m, gradient, (mi, g) => beta1 * mi + (1 - beta1) * g);
  const v = zip(state.v, gradient, (vi, g) => beta2 * vi + (1 - beta2) * g * g);
  const step = zip(m, v, (mi, vi) => (learningRate * mi) / (Math.sqrt(vi) + epsilon));
  return { theta: zip(state.theta, step, (x, dx) => x - dx), m, v };
}
