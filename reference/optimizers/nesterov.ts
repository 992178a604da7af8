import { expectShape, type NdArray, tensor, vectorLength, zip } from '../ndarray.ts';
import { expectRecord } from '../options.ts';
import { type MomentumOptions, type MomentumState, momentumOptions } from './momentum.ts';
import { expectState } from './shared/optimizer-arguments.ts';

/** The quadratic loss 1/2 theta A theta - b theta, whose gradient is A theta - b where A is symmetric. */
export interface QuadraticObjective {
  a: NdArray;
  b: NdArray;
}

/**
 * One step of Nesterov's accelerated gradient on a quadratic objective: momentum whose gradient is taken where the
 * momentum alone would lead.
 *
 * $$p = \theta - \eta \gamma m, \quad g = A p - b, \quad m \leftarrow \gamma m + g, \quad \theta \leftarrow \theta - \eta m$$
 *
 * - $\theta$ `state.theta` `[n]`: the parameters
 * - $m$ `state.m` `[n]`: the momentum, zeros before the first step
 * - $A$ `objective.a` `[n, n]`, $b$ `objective.b` `[n]`: the gradient at $\theta$ is $A \theta - b$, for any $A$
 * - $\eta, \gamma$: `learningRate`, `gamma`
 *
 * The parameters stay at $\theta$; libraries that hold the look-ahead point $p$ instead make the same steps seen from
 * there. As with momentum, the gradient has no factor $1 - \gamma$.
 *
 * Error of m at most $\gamma_{n+5} M$ with $M = |\gamma m| + |A| (|\theta| + |\eta \gamma m|) + |b|$, as a term passes
 * the 3 roundings of p, one product, n sums and one more, of $\theta$ at most $\gamma_{n+7} (|\theta| + \eta M)$:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} An array is not an ndarray.
 * @throws {RangeError} `state.m` or `objective.b` has another length than `state.theta`, `objective.a` is not square of
 * that size, `state.theta` is empty, or an option is out of its range or unknown.
 * @see Sutskever, Martens, Dahl, Hinton (2013), On the importance of initialization and momentum. Lecture 4.
 * @example nesterov({ theta: vector([1]), m: vector([2]) }, { a: matrix([[4]]), b: vector([1]) }, { learningRate: 0.5, gamma: 0.5 }) // { theta: [0], m: [2] }
 */
export function nesterov(
  state: MomentumState,
  objective: QuadraticObjective,
  options: MomentumOptions = {},
): MomentumState {
  const { learningRate, gamma } = momentumOptions(options);
  const n = expectQuadratic(state, objective);
  const p = zip(state.theta, state.m, (x, mi) => x - learningRate * gamma * mi);
  const g = tensor([n]);
  // Equivalent mutants: one more i (what it writes beyond the end is ignored)
  for (let i = 0; i < n; i++) {
    let slope = 0;
    for (let j = 0; j < n; j++) slope += objective.a.get(i, j) * p.get(j);
    g.set(i, slope - objective.b.get(i));
  }
  const m = zip(state.m, g, (mi, gi) => gamma * mi + gi);
  return { theta: zip(state.theta, m, (x, mi) => x - learningRate * mi), m };
}

/** The number of parameters, after state and objective have been checked. */
export function expectQuadratic(state: MomentumState, objective: QuadraticObjective): number {
  expectState(state, ['m']);
  const n = vectorLength('state.theta', state.theta); // equivalent mutant: `""` (it has been checked before)
  expectRecord('objective', objective);
  expectShape('objective.a', objective.a, [n, n], 'square, of the length of state.theta');
  expectShape('objective.b', objective.b, [n], 'that of state.theta');
  return n;
}
