import { expectSameShape, type NdArray, zip } from '../ndarray.ts';
import { expectChoice, expectOptions } from '../options.ts';
import { expectDecay, expectNotNegative, expectState } from './shared/optimizer-arguments.ts';

export interface RmspropState {
  theta: NdArray;
  v: NdArray;
}

export interface RmspropOptions {
  /** default 0.001 */
  learningRate?: number;
  /** the share of v that is kept; default 0.9 */
  rho?: number;
  /** default 1e-7 */
  epsilon?: number;
  /** whether epsilon is added under the root, as Keras does, instead of to the root; default false */
  epsilonInside?: boolean;
}

/**
 * One step of RMSProp.
 *
 * $$v \leftarrow \rho v + (1 - \rho) g^2, \quad \theta \leftarrow \theta - \eta \frac{g}{\sqrt{v} + \epsilon}$$
 *
 * - $\theta$ `state.theta` `[n]`: the parameters
 * - $v$ `state.v` `[n]`: for each parameter the decaying mean of its squared gradient; zeros before the first step
 * - $g$ `gradient` `[n]`
 * - $\eta, \rho, \epsilon$: `learningRate`, `rho`, `epsilon`
 *
 * Divides by the root of the new v. With `epsilonInside` the divisor is $\sqrt{v + \epsilon}$. The defaults are those of
 * Keras; PyTorch has a rate of 0.01, a rho of 0.99 (its alpha) and an epsilon of 1e-8. If the gradient has always been 0,
 * an epsilon of 0 gives 0/0, NaN.
 *
 * @throws {TypeError} A vector is not an ndarray.
 * @throws {RangeError} A vector has another length than `state.theta` or is empty, `state.v` has a negative entry, or an
 * option is out of its range or unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.5.2. Lecture 4.
 * @example rmsprop({ theta: vector([1]), v: vector([2]) }, vector([4]), { learningRate: 0.5, rho: 0.5, epsilon: 1 }) // { theta: [0.5], v: [9] }
 */
export function rmsprop(state: RmspropState, gradient: NdArray, options: RmspropOptions = {}): RmspropState {
  const { learningRate, rho, epsilon, epsilonInside } = rmspropOptions(options);
  expectState(state, ['v']);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);
  const v = zip(state.v, gradient, (vi, g) => rho * vi + (1 - rho) * g * g);
  const step = zip(gradient, v, (g, vi) => {
    const divisor = epsilonInside ? Math.sqrt(vi + epsilon) : Math.sqrt(vi) + epsilon;
    return (learningRate * g) / divisor;
  });
  return { theta: zip(state.theta, step, (x, dx) => x - dx), v };
}

/** The options with their defaults, checked. */
export function rmspropOptions(options: RmspropOptions): Required<RmspropOptions> {
  expectOptions(options, ['learningRate', 'rho', 'epsilon', 'epsilonInside']);
  const { learningRate = 0.001, rho = 0.9, epsilon = 1e-7, epsilonInside = false } = options;
  expectNotNegative('options.learningRate', learningRate);
  expectDecay('options.rho', rho);
  expectNotNegative('options.epsilon', epsilon);
  expectChoice('options.epsilonInside', epsilonInside, [false, true]);
  return { learningRate, rho, epsilon, epsilonInside };
}
