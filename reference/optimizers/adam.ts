import { expectSameShape, map, type NdArray, zip } from '../ndarray.ts';
import { expectInteger, expectOptions } from '../options.ts';
import { expectDecay, expectNotNegative, expectState } from './shared/optimizer-arguments.ts';
import { wholePower } from './shared/whole-power.ts';

export interface AdamState {
  theta: NdArray;
  m: NdArray;
  v: NdArray;
  /** the number of steps already made */
  t: number;
}

export interface AdamOptions {
  /** default 0.001 */
  learningRate?: number;
  /** the share of the first moment that is kept; default 0.9 */
  beta1?: number;
  /** the share of the second moment that is kept; default 0.999 */
  beta2?: number;
  /** added to the root of the corrected second moment; default 1e-7 */
  epsilon?: number;
}

/**
 * One step of Adam, with bias correction.
 *
 * $$m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \quad
 * \hat m = \frac{m}{1 - \beta_1^t}, \quad \hat v = \frac{v}{1 - \beta_2^t}, \quad
 * \theta \leftarrow \theta - \eta \frac{\hat m}{\sqrt{\hat v} + \epsilon}$$
 *
 * - $\theta$ `state.theta` `[n]`: the parameters
 * - $m, v$ `state.m`, `state.v` `[n]`: the decaying means of the gradient and of its square; zeros before the first step
 * - $t$: the step that is being made, `state.t + 1`, so 1 in the first
 * - $g$ `gradient` `[n]`
 * - $\eta, \beta_1, \beta_2, \epsilon$: `learningRate`, `beta1`, `beta2`, `epsilon`
 *
 * The moments are kept as they are: only the step uses the corrected ones. Epsilon is added outside the root, after the
 * correction (Keras adds it before, where it weighs $1/\sqrt{1 - \beta_2^t}$ times as much). The defaults are those of
 * Keras; the paper and PyTorch have an epsilon of 1e-8. If the gradient has always been 0, an epsilon of 0 gives 0/0, NaN.
 *
 * @throws {TypeError} A vector is not an ndarray.
 * @throws {RangeError} A vector has another length than `state.theta` or is empty, `state.v` has a negative entry,
 * `state.t` is not a whole number of at least 0, or an option is out of its range or unknown.
 * @see Kingma, Ba (2015), Adam: A Method for Stochastic Optimization, algorithm 1. Lecture 4.
 * @example adam({ theta: vector([1]), m: vector([0]), v: vector([0]), t: 0 }, vector([2]), { learningRate: 0.25, beta1: 0.5, beta2: 0.75, epsilon: 2 }) // { theta: [0.875], m: [1], v: [1], t: 1 }
 */
export function adam(state: AdamState, gradient: NdArray, options: AdamOptions = {}): AdamState {
  const { learningRate, beta1, beta2, epsilon } = adamOptions(options);
  expectState(state, ['m', 'v']);
  expectInteger('state.t', state.t, 0);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);

  const t = state.t + 1;
  const m = zip(state.m, gradient, (mi, g) => beta1 * mi + (1 - beta1) * g);
  const v = zip(state.v, gradient, (vi, g) => beta2 * vi + (1 - beta2) * g * g);
  const mHat = map(m, (mi) => mi / (1 - wholePower(beta1, t)));
  const vHat = map(v, (vi) => vi / (1 - wholePower(beta2, t)));
  const step = zip(mHat, vHat, (mi, vi) => (learningRate * mi) / (Math.sqrt(vi) + epsilon));
  return { theta: zip(state.theta, step, (x, dx) => x - dx), m, v, t };
}

/** The options with their defaults, checked. */
export function adamOptions(options: AdamOptions): Required<AdamOptions> {
  expectOptions(options, ['learningRate', 'beta1', 'beta2', 'epsilon']);
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  expectNotNegative('options.learningRate', learningRate);
  expectDecay('options.beta1', beta1);
  expectDecay('options.beta2', beta2);
  expectNotNegative('options.epsilon', epsilon);
  return { learningRate, beta1, beta2, epsilon };
}
