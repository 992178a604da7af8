import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { Adagrad, Options, State } from './adagrad.ts';
import { stepped } from './shared/adaptive-step.ts';

/** The right divisor, from which the wrong forms depart. */
const root = (v: number, epsilon: number, inside: boolean): number =>
  inside ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon;

const summed = (v: Vector, gradient: Vector): Vector => v.map((x, i) => x + nth(gradient, i) ** 2);

/** The right accumulator with another divisor. */
function dividing(divisor: (v: number, options: Required<Options>) => number): CompleteForm<Adagrad> {
  return (state, gradient, options) => {
    const v = summed(state.v, gradient);
    return { theta: stepped(state.theta, options.learningRate, gradient, v, (g, x) => g / divisor(x, options)), v };
  };
}

/** The right divisor with another accumulator. */
function accumulating(accumulator: (v: number, g: number) => number): CompleteForm<Adagrad> {
  return (state, gradient, options): State => {
    const { learningRate, epsilon, epsilonInside } = options;
    const v = state.v.map((x, i) => accumulator(x, nth(gradient, i)));
    return { theta: stepped(state.theta, learningRate, gradient, v, (g, x) => g / root(x, epsilon, epsilonInside)), v };
  };
}

export const misconceptions: readonly Misconception<Adagrad>[] = [
  {
    id: 'adagrad/epsilon-placement',
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
    id: 'adagrad/no-root',
    title: 'divided by the sum of squares itself',
    hint: 'v holds squares: take its root before you divide by it.',
    caughtBy: 'with epsilon 0 the size of gradients does not matter, only their ratios',
    implementation: dividing((v, { epsilon }) => v + epsilon),
  },
  {
    id: 'adagrad/old-accumulator',
    title: 'divided by the root of the v of the step before',
    hint: 'Add the squared gradient to v first, then divide by the root of the new v.',
    caughtBy: 'epsilon outside',
    implementation: (state, gradient, options) => {
      const { learningRate, epsilon, epsilonInside } = options;
      const theta = stepped(
        state.theta,
        learningRate,
        gradient,
        state.v,
        (g, x) => g / root(x, epsilon, epsilonInside),
      );
      return { theta, v: summed(state.v, gradient) };
    },
  },
  {
    id: 'adagrad/decayed',
    title: 'the old squares fade',
    hint: 'AdaGrad sums all squared gradients and forgets none: the decaying mean is that of RMSProp.',
    caughtBy: 'epsilon outside',
    implementation: accumulating((v, g) => 0.9 * v + 0.1 * g * g),
    readings: [0.9, 0.95, 0.99, 0.999].flatMap((rho) => [
      accumulating((v, g) => rho * v + g * g),
      accumulating((v, g) => rho * v + (1 - rho) * g * g),
    ]),
  },
  {
    id: 'adagrad/ascent',
    title: 'the step goes up the gradient',
    hint: 'The gradient points uphill: subtract the scaled gradient from the parameters.',
    caughtBy: 'epsilon outside',
    implementation: dividing((v, { epsilon, epsilonInside }) => -root(v, epsilon, epsilonInside)),
  },
];
