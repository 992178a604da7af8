import { expectSameShape, type NdArray, zip } from '../ndarray.ts';
import { expectOptions } from '../options.ts';
import { expectDecay, expectNotNegative, expectState } from './shared/optimizer-arguments.ts';

export interface MomentumState {
  theta: NdArray;
  m: NdArray;
}

export interface MomentumOptions {
  /** default 0.01 */
  learningRate?: number;
  /** the share of m that is kept; default 0.9 */
  gamma?: number;
}

/**
 * One step of gradient descent with momentum.
 *
 * $$m \leftarrow \gamma m + g, \quad \theta \leftarrow \theta - \eta m$$
 *
 * - $\theta$ `state.theta` `[n]`: the parameters
 * - $m$ `state.m` `[n]`: the momentum, zeros before the first step
 * - $g$ `gradient` `[n]`
 * - $\eta, \gamma$: `learningRate`, `gamma`
 *
 * The momentum is a decayed sum and no average: the gradient has no factor $1 - \gamma$, so a constant gradient ends up
 * $1 / (1 - \gamma)$ times as fast. The rate multiplies the momentum when it is used and is not part of it.
 *
 * Error of m at most $\gamma_2 M$ with $M = |\gamma m| + |g|$, of $\theta$ at most $\gamma_4 (|\theta| + \eta M)$, as a
 * term passes a product and a sum for each: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} A vector is not an ndarray.
 * @throws {RangeError} A vector has another length than `state.theta` or is empty, or an option is out of its range or
 * unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.3.2. Lecture 4.
 * @example momentum({ theta: vector([1]), m: vector([4]) }, vector([2]), { learningRate: 0.5, gamma: 0.5 }) // { theta: [-1], m: [4] }
 */
export function momentum(state: MomentumState, gradient: NdArray, options: MomentumOptions = {}): MomentumState {
  const { learningRate, gamma } = momentumOptions(options);
  expectState(state, ['m']);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);
  const m = zip(state.m, gradient, (mi, g) => gamma * mi + g);
  return { theta: zip(state.theta, m, (x, mi) => x - learningRate * mi), m };
}

/** The options with their defaults, checked. */
export function momentumOptions(options: MomentumOptions): Required<MomentumOptions> {
  expectOptions(options, ['learningRate', 'gamma']);
  const { learningRate = 0.01, gamma = 0.9 } = options;
  expectNotNegative('options.learningRate', learningRate);
  expectDecay('options.gamma', gamma);
  return { learningRate, gamma };
}
