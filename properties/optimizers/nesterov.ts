import fc from 'fast-check';
import { nesterov as reference } from '../../reference/optimizers/nesterov.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid, numbers, size, take, whole } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { Options, State } from './momentum.ts';
import { edges, illegal, worked } from './nesterov.cases.ts';
import { misconceptions } from './nesterov.misconceptions.ts';
import { stepsAlongMomentum } from './shared/step-laws.ts';

const parameters = {
  state: is.record({ theta: is.vector(), m: is.vector() }),
  objective: is.record({ a: is.matrix(), b: is.vector() }),
  options: is.options({
    learningRate: is.number({ least: 0, default: 0.01, drawn: [0, 0.001, 0.1, 0.25, 0.5, 1] }),
    gamma: is.number({ least: 0, below: 1, default: 0.9, drawn: [0, 0.5, 0.75, 0.8, 0.99] }),
  }),
};

export type Objective = { a: Matrix; b: Vector };
export type Nesterov = (state: State, objective: Objective, options?: Options) => State;

const inputs: fc.Arbitrary<[State, Objective, Options | undefined]> = fc
  .tuple(size(3), numbers(), fc.nat(4), drawnOptions(parameters.options))
  .map(([n, drawn, rest, chosen]) => {
    const { matrix, vector } = take(drawn);
    const state = { theta: vector(n), m: vector(n).map((x) => (rest === 0 ? 0 : x)) };
    return [state, { a: matrix(n, n), b: vector(n) }, chosen];
  });

/** Everything of few bits, so that steps and shifts of them are exact. */
const exactInputs: fc.Arbitrary<[State, Objective, Required<Options>]> = fc
  .tuple(
    size(3),
    numbers(grid),
    numbers(whole),
    fc.record({ learningRate: fc.constantFrom(0.125, 0.5, 1), gamma: fc.constantFrom(0.5, 0.75) }),
  )
  .map(([n, drawn, entries, chosen]) => {
    const { vector } = take(drawn);
    return [{ theta: vector(n), m: vector(n) }, { a: take(entries).matrix(n, n), b: vector(n) }, chosen];
  });

const rateOf = (chosen: Options | undefined): number => completeOptions(parameters.options, chosen).learningRate;

export const nesterov: Entry<Nesterov> = {
  id: 'nesterov',
  lecture: 4,
  title: "Nesterov's accelerated gradient",
  latex: String.raw`p = \theta - \eta \gamma m, \quad g = A p - b, \quad m \leftarrow \gamma m + g, \quad \theta \leftarrow \theta - \eta m`,
  source: [
    'Sutskever, Martens, Dahl, Hinton (2013), On the importance of initialization and momentum in deep learning',
    'Lecture 4',
  ],
  parameters,
  result: is.record({ theta: is.vector(), m: is.vector() }),

  reference,
  accelerated: () => import('../../accelerated/optimizers/nesterov.ts'),

  inputs: inputs.map((args) => given(...args)),

  edges,
  illegal,
  hardCases: {
    'from rest': ({ m }) => m.every((x) => x === 0),
    'in motion': ({ m }) => m.every((x) => x !== 0),
    'one parameter': ({ theta }) => theta.length === 1,
    'not symmetric': (_state, { a }) => a.some((row, i) => row.some((x, j) => x !== a[j]?.[i])),
    'gamma alone': (_state, _objective, chosen) => chosen?.gamma !== undefined && chosen.learningRate === undefined,
    'rate alone': (_state, _objective, chosen) => chosen?.gamma === undefined && chosen?.learningRate !== undefined,
    'both options, neither 0 nor 1': (_state, _objective, chosen) =>
      chosen?.gamma !== undefined && chosen.gamma > 0 && ![undefined, 0, 1].includes(chosen.learningRate),
  },

  worked,

  laws: [
    law(
      'from rest it is plain gradient descent',
      fc.tuple(exactInputs),
      async (nesterov, [{ theta }, objective, chosen]) => {
        const rest = { theta, m: theta.map(() => 0) };
        const g = slopeAt(theta, objective);
        const expected = { theta: theta.map((x, i) => x - chosen.learningRate * nth(g, i)), m: g };
        expectClose(await nesterov(rest, objective, chosen), expected, nesterov.allowed(rest, objective, chosen));
      },
    ),
    law('at rest in the minimum it stays', fc.tuple(exactInputs), async (nesterov, [{ theta }, { a }, chosen]) => {
      const rest = { theta, m: theta.map(() => 0) };
      const objective = { a, b: slopeAt(theta, { a, b: rest.m }) };
      expectClose(await nesterov(rest, objective, chosen), rest, nesterov.allowed(rest, objective, chosen));
    }),
    law(
      'a momentum m adds gamma (m - rate A m) to the next, since the gradient is taken ahead',
      fc.tuple(exactInputs),
      async (nesterov, [state, objective, chosen]) => {
        const { learningRate, gamma } = chosen;
        const rest = { theta: state.theta, m: state.m.map(() => 0) };
        const moving = await nesterov(state, objective, chosen);
        const resting = await nesterov(rest, objective, chosen);
        const am = slopeAt(state.m, { a: objective.a, b: rest.m });
        const added = state.m.map((x, i) => gamma * (x - learningRate * nth(am, i)));
        const allowed = nesterov.allowed(state, objective, chosen);
        const atRest = nesterov.allowed(rest, objective, chosen);
        expectClose(
          moving.m.map((x, i) => x - nth(resting.m, i)),
          added,
          allowed.m,
          atRest.m,
        );
      },
    ),
    stepsAlongMomentum(inputs, rateOf),
    law(
      'where everything is shifted, the minimum too, the step is the same',
      fc.tuple(exactInputs, fc.array(whole, { minLength: 3, maxLength: 3 })),
      async (nesterov, [state, objective, chosen], drawn) => {
        const shift = drawn.slice(0, state.theta.length);
        const plus = (xs: Vector, ys: Vector): Vector => xs.map((x, i) => x + nth(ys, i));
        const moved = { theta: plus(state.theta, shift), m: state.m };
        const away = {
          a: objective.a,
          b: plus(objective.b, slopeAt(shift, { a: objective.a, b: shift.map(() => 0) })),
        };
        const { theta, m } = await nesterov(state, objective, chosen);
        expectClose(
          await nesterov(moved, away, chosen),
          { theta: plus(theta, shift), m },
          nesterov.allowed(state, objective, chosen),
          nesterov.allowed(moved, away, chosen),
        );
      },
    ),
  ],

  misconceptions,

  rounding: (r, state, objective, { learningRate, gamma }) => {
    const kept = state.m.map((mi) => r.multiply(gamma, mi));
    const ahead = state.theta.map((x, i) => r.subtract(x, r.multiply(learningRate, nth(kept, i))));
    const m = kept.map((mi, i) => {
      const slope = r.dot(nth(objective.a, i), ahead);
      return r.add(mi, r.subtract(slope, nth(objective.b, i)));
    });
    return { theta: state.theta.map((x, i) => r.subtract(x, r.multiply(learningRate, nth(m, i)))), m };
  },
};

/** A x - b */
function slopeAt(x: Vector, { a, b }: Objective): Vector {
  return a.map((row, i) => row.reduce((sum, aij, j) => sum + aij * nth(x, j), 0) - nth(b, i));
}
