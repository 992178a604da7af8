import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { Options, State } from './momentum.ts';
import type { Nesterov, Objective } from './nesterov.ts';

const gradientAt = (p: Vector, { a, b }: Objective): Vector =>
  a.map((row, i) => row.reduce((sum, aij, j) => sum + aij * nth(p, j), 0) - nth(b, i));

/** The step whose gradient is taken at theta - ahead m. */
function stepped(state: State, objective: Objective, { learningRate, gamma }: Required<Options>, ahead: number): State {
  const p = state.theta.map((x, i) => x - ahead * nth(state.m, i));
  const g = gradientAt(p, objective);
  const m = state.m.map((mi, i) => gamma * mi + nth(g, i));
  return { theta: state.theta.map((x, i) => x - learningRate * nth(m, i)), m };
}

/** A step of what enters m, and gamma times the new m, with the gradient at theta; `moved` is the factor of that step. */
const simplified =
  (part: (g: number, options: Required<Options>) => { kept: number; moved: number }): CompleteForm<Nesterov> =>
  (state, objective, options) => {
    const parts = gradientAt(state.theta, objective).map((g) => part(g, options));
    const m = state.m.map((mi, i) => options.gamma * mi + nth(parts, i).kept);
    const theta = state.theta.map((x, i) => x + nth(parts, i).moved * (nth(parts, i).kept + options.gamma * nth(m, i)));
    return { theta, m };
  };

export const misconceptions: readonly Misconception<Nesterov>[] = [
  {
    id: 'nesterov/no-look-ahead',
    title: 'the gradient is taken where the parameters are',
    hint: 'That is plain momentum. Take the gradient at the point to which the momentum alone would lead.',
    caughtBy: 'one step',
    implementation: (state, objective, { learningRate, gamma }) =>
      stepped(state, objective, { learningRate, gamma }, 0),
  },
  {
    id: 'nesterov/look-ahead-sign',
    title: 'the gradient is taken behind the parameters',
    hint: 'The momentum is subtracted when it moves the parameters, so subtract it where you look ahead, too.',
    caughtBy: 'one step',
    implementation: (state, objective, { learningRate, gamma }) =>
      stepped(state, objective, { learningRate, gamma }, -learningRate * gamma),
  },
  {
    id: 'nesterov/look-ahead-without-rate',
    title: 'the look-ahead lacks the learning rate',
    hint: 'The momentum moves the parameters by the learning rate times m: look ahead just as far.',
    caughtBy: 'one step',
    implementation: (state, objective, { learningRate, gamma }) =>
      stepped(state, objective, { learningRate, gamma }, gamma),
  },
  {
    id: 'nesterov/simplified',
    title: 'the simplified form of Keras and PyTorch: the gradient where the parameters are, a step of g + gamma m',
    hint: 'Those libraries keep theta shifted by the momentum: here, take the gradient at theta - learningRate gamma m, then subtract learningRate times the new m alone.',
    caughtBy: 'one step',
    implementation: simplified((g, { learningRate }) => ({ kept: g, moved: -learningRate })),
    readings: [
      // the learning rate is part of m, which is subtracted, or of a velocity, which is added
      simplified((g, { learningRate }) => ({ kept: learningRate * g, moved: -1 })),
      simplified((g, { learningRate }) => ({ kept: -learningRate * g, moved: 1 })),
    ],
  },
];
