import { expectSameShape, type NdArray, zip } from '../ndarray.ts';
import { expectChoice, expectOptions } from '../options.ts';
import { expectNotNegative, expectState } from './shared/optimizer-arguments.ts';

export interface AdagradState {
  theta: NdArray;
  v: NdArray;
}

export interface AdagradOptions {
  /** default 0.001 */
  learningRate?: number;
  /** default 1e-7 */
  epsilon?: number;
  /** whether epsilon is added under the root, as Keras does, instead of to the root; default false */
  epsilonInside?: boolean;
}

/**
 * One step of AdaGrad.
 *
 * $$v \leftarrow v + g^2, \quad \theta \leftarrow \theta - \eta \frac{g}{\sqrt{v} + \epsilon}$$
 *
 * - $\theta$ `state.theta` `[n]`: the parameters
 * - $v$ `state.v` `[n]`: for each parameter the sum of its squared gradients over all steps; what it holds before the
 *   first step (zeros, or a small number) is the initial accumulator
 * - $g$ `gradient` `[n]`
 * - $\eta, \epsilon$: `learningRate`, `epsilon`
 *
 * Divides by the root of the new v. With `epsilonInside` the divisor is $\sqrt{v + \epsilon}$. The defaults are those of
 * Keras; PyTorch has a rate of 0.01 and an epsilon of 1e-10. If the gradient has always been 0, an epsilon of 0 gives 0/0,
 * NaN.
 *
 * @throws {TypeError} A vector is not an ndarray.
 * @throws {RangeError} A vector has another length than `state.theta` or is empty, `state.v` has a negative entry, or an
 * option is out of its range or unknown.
 * @see Duchi, Hazan, Singer (2011), Adaptive Subgradient Methods for Online Learning and Stochastic Optimization. Lecture 4.
 * @example adagrad({ theta: vector([1]), v: vector([7]) }, vector([3]), { learningRate: 0.5, epsilon: 2 }) // { theta: [0.75], v: [16] }
 */
export function adagrad(state: AdagradState, gradient: NdArray, options: AdagradOptions = {}): AdagradState {
  const { learningRate, epsilon, epsilonInside } = adagradOptions(options);
  expectState(state, ['v']);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);
  const v = zip(state.v, gradient, (vi, g) => vi + g * g);
  const step = zip(gradient, v, (g, vi) => {
    const divisor = epsilonInside ? Math.sqrt(vi + epsilon) : Math.sqrt(vi) + epsilon;
    return (learningRate * g) / divisor;
  });
  return { theta: zip(state.theta, step, (x, dx) => x - dx), v };
}

/** The options with their defaults, checked. */
export function adagradOptions(options: AdagradOptions): Required<AdagradOptions> {
  expectOptions(options, ['learningRate', 'epsilon', 'epsilonInside']);
  const { learningRate = 0.001, epsilon = 1e-7, epsilonInside = false } = options;
  expectNotNegative('options.learningRate', learningRate);
  expectNotNegative('options.epsilon', epsilon);
  expectChoice('options.epsilonInside', epsilonInside, [false, true]);
  return { learningRate, epsilon, epsilonInside };
}
