import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Options, State } from './momentum.ts';
import type { Nesterov, Objective } from './nesterov.ts';

/** The step whose gradient is taken at theta - ahead m. */
function stepped(state: State, { a, b }: Objective, { learningRate, gamma }: Required<Options>, ahead: number): State {
  const p = state.theta.map((x, i) => x - ahead * nth(state.m, i));
  const g = a.map((row, i) => row.reduce((sum, aij, j) => sum + aij * nth(p, j), 0) - nth(b, i));
  const m = state.m.map((mi, i) => gamma * mi + nth(g, i));
  return { theta: state.theta.map((x, i) => x - learningRate * nth(m, i)), m };
}

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
];
