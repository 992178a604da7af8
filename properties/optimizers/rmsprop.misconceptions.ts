import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { Options, Rmsprop } from './rmsprop.ts';
import { stepped } from './shared/adaptive-step.ts';

/** The right divisor, from which the wrong forms depart. */
const root = (v: number, epsilon: number, inside: boolean): number =>
  inside ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon;

/** The right accumulator. */
const decayed = (v: Vector, gradient: Vector, rho: number): Vector =>
  v.map((x, i) => rho * x + (1 - rho) * nth(gradient, i) ** 2);

/** An accumulator that takes in another power of the gradient. */
function accumulating(taken: (g: number) => number): CompleteForm<Rmsprop> {
  return (state, gradient, { learningRate, rho, epsilon, epsilonInside }) => {
    const v = state.v.map((x, i) => rho * x + (1 - rho) * taken(nth(gradient, i)));
    return { theta: stepped(state.theta, learningRate, gradient, v, (g, x) => g / root(x, epsilon, epsilonInside)), v };
  };
}

/** The right accumulator with another divisor. */
function dividing(divisor: (v: number, options: Required<Options>) => number): CompleteForm<Rmsprop> {
  return (state, gradient, options) => {
    const v = decayed(state.v, gradient, options.rho);
    return { theta: stepped(state.theta, options.learningRate, gradient, v, (g, x) => g / divisor(x, options)), v };
  };
}

export const misconceptions: readonly Misconception<Rmsprop>[] = [
  {
    id: 'rmsprop/epsilon-placement',
    title: 'epsilon on the wrong side of the root',
    hint: 'By default epsilon is added to the root of v; only with epsilonInside is it added under the root.',
    caughtBy: 'epsilon is added to the root, or under it',
    implementation: dividing((v, { epsilon, epsilonInside }) => root(v, epsilon, !epsilonInside)),
    readings: [
      dividing((v, { epsilon }) => root(v, epsilon, true)),
      dividing((v, { epsilon }) => root(v, epsilon, false)),
    ],
  },
  {
    id: 'rmsprop/no-root',
    title: 'divided by the mean square itself',
    hint: 'v holds squares: take its root before you divide by it.',
    caughtBy: 'with epsilon 0 the size of gradients does not matter, only their ratios',
    implementation: dividing((v, { epsilon }) => v + epsilon),
  },
  {
    id: 'rmsprop/rho-swapped',
    title: 'rho and 1 - rho are exchanged',
    hint: 'rho is the share of the old v that is kept, and 1 - rho that of the squared gradient.',
    caughtBy: 'epsilon outside',
    rearranges: (state, gradient, options) => [state, gradient, { ...options, rho: 1 - options.rho }],
    implementation: (state, gradient, options) => {
      const { learningRate, rho, epsilon, epsilonInside } = options;
      const v = decayed(state.v, gradient, 1 - rho);
      const theta = stepped(state.theta, learningRate, gradient, v, (g, x) => g / root(x, epsilon, epsilonInside));
      return { theta, v };
    },
  },
  {
    id: 'rmsprop/old-accumulator',
    title: 'divided by the root of the v of the step before',
    hint: 'Let the squared gradient into v first, then divide by the root of the new v.',
    caughtBy: 'epsilon outside',
    implementation: (state, gradient, options) => {
      const { learningRate, rho, epsilon, epsilonInside } = options;
      const theta = stepped(
        state.theta,
        learningRate,
        gradient,
        state.v,
        (g, x) => g / root(x, epsilon, epsilonInside),
      );
      return { theta, v: decayed(state.v, gradient, rho) };
    },
  },
  {
    id: 'rmsprop/gradient-not-squared',
    title: 'v takes in the gradient, not its square',
    hint: 'v is the mean of squared gradients: mix g * g into it, not g, or its root is not a number once v is negative.',
    caughtBy: 'epsilon outside',
    implementation: accumulating((g) => g),
    readings: [accumulating(Math.abs)],
  },
];
