import fc from 'fast-check';
import { adamUncorrected as reference } from '../../reference/optimizers/adam-uncorrected.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, options } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';

import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './adam-uncorrected.misconceptions.ts';
import { extremeMoments, gridMoments, type Moments, moments, momentsAtRest } from './shared/optimizer-inputs.ts';
import { independentParameters, scaleFree, turnedSigns } from './shared/optimizer-laws.ts';
import { decayed, rootWithEpsilon } from './shared/optimizer-rounding.ts';

const parameters = {
  state: is.record({ theta: is.vector(), m: is.vector(), v: is.vector({ element: { least: 0 } }) }),
  gradient: is.vector(),
  options: is.options({
    learningRate: is.number({ least: 0, default: 0.001, drawn: [0.01, 0.1, 0.5, 1] }),
    beta1: is.number({ least: 0, below: 1, default: 0.9, drawn: [0, 0.5, 0.75, 0.8, 0.95] }),
    beta2: is.number({ least: 0, below: 1, default: 0.999, drawn: [0.5, 0.875, 0.9, 0.99, 0.9999] }),
    epsilon: is.number({ least: 0, default: 1e-7, drawn: [0, 1e-8, 1e-3, 0.0625, 0.5] }),
  }),
};

export type State = { theta: Vector; m: Vector; v: Vector };
export type Options = OptionsOf<typeof parameters.options>;
export type AdamUncorrected = (state: State, gradient: Vector, options?: Options) => State;

const chosenOptions = drawnOptions(parameters.options);

const inputs: fc.Arbitrary<[State, Vector, Options | undefined]> = fc
  .tuple(fc.oneof({ arbitrary: moments, weight: 3 }, { arbitrary: momentsAtRest, weight: 1 }), chosenOptions)
  .map(([drawn, chosen]) => [stateOf(drawn), drawn.gradient, chosen]);

const extreme: fc.Arbitrary<[State, Vector, Options | undefined]> = fc
  .tuple(
    extremeMoments,
    options<Options>({ learningRate: fc.constantFrom(0.01, 0.5), epsilon: fc.constantFrom(1e-8, 1e-3) }),
  )
  .map(([drawn, chosen]) => [stateOf(drawn), drawn.gradient, chosen]);

export const adamUncorrected: Entry<AdamUncorrected> = {
  id: 'adamUncorrected',
  lecture: 4,
  title: 'Adam without bias correction',
  latex: String.raw`m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \quad \theta \leftarrow \theta - \eta \frac{m}{\sqrt{v} + \epsilon}`,
  source: ['Kingma, Ba (2015), Adam: A Method for Stochastic Optimization, section 6.4', 'Lecture 4'],
  parameters,
  result: is.record({ theta: is.vector(), m: is.vector(), v: is.vector() }),

  reference,
  accelerated: () => import('../../accelerated/optimizers/adam-uncorrected.ts'),

  inputs: inputs.map((args) => given(...args)),
  extreme: extreme.map((args) => given(...args)),

  edges: {
    'one parameter from rest': [{ theta: [0.5], m: [0], v: [0] }, [-2.25]],
    'options empty': [{ theta: [1.5, -0.5], m: [0.25, -1], v: [0.5, 2] }, [1, -1.5], {}],
    'epsilon as large as the deviation': [
      { theta: [1, -1], m: [0.5, 0.25], v: [0.25, 0.0625] },
      [0.5, -0.25],
      { learningRate: 0.5, epsilon: 0.5 },
    ],
    'nothing kept': [
      { theta: [2, 1], m: [3, -1], v: [4, 1] },
      [0.5, -0.25],
      { learningRate: 0.1, beta1: 0, beta2: 0, epsilon: 0 },
    ],
    'learningRate alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25] }, [0.75, 1.25], { learningRate: 0.5 }],
    'beta1 alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25] }, [0.75, 1.25], { beta1: 0.5 }],
    'beta2 alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25] }, [0.75, 1.25], { beta2: 0.75 }],
    'epsilon alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25] }, [0.75, 1.25], { epsilon: 0.25 }],
    'rate 0': [{ theta: [2, 1], m: [3, -1], v: [4, 1] }, [0.5, -0.25], { learningRate: 0 }],
  },
  extremeEdges: {
    'gradient 0 from rest': [{ theta: [0.75, -1.5], m: [0, 0], v: [0, 0] }, [0, 0]],
    'gradient 0 in motion': [{ theta: [0.75, -1.5], m: [0.5, -0.25], v: [1, 2] }, [0, 0]],
    'tiny gradient from rest': [
      { theta: [0.75, -1.5, 1], m: [0, 0, 0], v: [0, 0, 0] },
      [Math.fround(1e-8), Math.fround(-1e-7), 0],
    ],
  },
  illegal: {
    'm shorter': { args: [{ theta: [1, 2], m: [0], v: [0, 0] }, [1, 2]], names: 'state.m' },
    'v longer': { args: [{ theta: [1], m: [0], v: [0, 0] }, [1]], names: 'state.v' },
    'gradient longer': { args: [{ theta: [1], m: [0], v: [0] }, [1, 2]], names: 'gradient' },
  },
  hardCases: {
    'from rest': ({ m, v }) => [...m, ...v].every((x) => x === 0),
    'in motion': ({ m }) => m.every((x) => x !== 0),
    'one parameter': ({ theta }) => theta.length === 1,
    'epsilon large enough to be seen': (_state, _gradient, chosen) => {
      const { epsilon, learningRate } = completeOptions(parameters.options, chosen);
      return epsilon > 0.01 && learningRate > 0.05;
    },
    'epsilon 0': (_state, _gradient, chosen) => chosen?.epsilon === 0,
  },

  worked: [
    {
      name: 'one step',
      origin: 'by hand: m = 2/2 + 4/2, v = 2/2 + 16/2, theta = 1 - 3/(3 + 1)',
      args: [{ theta: [1], m: [2], v: [2] }, [4], { learningRate: 1, beta1: 0.5, beta2: 0.5, epsilon: 1 }],
      expected: { theta: [0.25], m: [3], v: [9] },
    },
    {
      name: 'each moment with its own beta',
      origin: 'by hand: m = 0.75 4 + 0.25 8, v = 0.25 16 + 0.75 64; nothing moves at rate 0',
      args: [{ theta: [3], m: [4], v: [16] }, [8], { learningRate: 0, beta1: 0.75, beta2: 0.25 }],
      expected: { theta: [3], m: [5], v: [52] },
    },
  ],

  laws: [
    law(
      'with epsilon 0 the first step is rate (1 - beta1) / sqrt(1 - beta2), against the gradient',
      fc.tuple(momentsAtRest, chosenOptions),
      async (adam, drawn, chosen) => {
        const all = { ...completeOptions(parameters.options, chosen), epsilon: 0 };
        const length = (all.learningRate * (1 - all.beta1)) / Math.sqrt(1 - all.beta2);
        const { theta } = await adam(stateOf(drawn), drawn.gradient, all);
        const allowed = adam.allowed(stateOf(drawn), drawn.gradient, all).theta;
        const expected = drawn.theta.map((x, i) => x - length * Math.sign(nth(drawn.gradient, i)));
        expectClose(theta, expected, allowed, allowed);
      },
    ),
    law(
      'moments that are the gradient and its square stay, and the step is rate g / (|g| + epsilon)',
      fc.tuple(
        gridMoments,
        fc.record({
          learningRate: fc.constantFrom(0.125, 0.5, 1),
          beta1: fc.constantFrom(0.5, 0.75),
          beta2: fc.constantFrom(0.25, 0.875),
          epsilon: fc.constantFrom(0, 0.0625, 0.5),
        }),
      ),
      async (adam, { theta, gradient }, chosen) => {
        const state = { theta, m: gradient, v: gradient.map((g) => g * g) };
        const allowed = adam.allowed(state, gradient, chosen);
        const moved = theta.map((x, i) => {
          const g = nth(gradient, i);
          return x - (chosen.learningRate * g) / (Math.abs(g) + chosen.epsilon);
        });
        expectClose(await adam(state, gradient, chosen), { ...state, theta: moved }, allowed, allowed);
      },
    ),
    law('each moment lies between its old value and what is added', fc.tuple(inputs), async (adam, drawn) => {
      const [state, gradient, chosen] = drawn;
      const got = await adam(...given(state, gradient, chosen));
      const allowed = adam.allowed(...given(state, gradient, chosen));
      const between = (name: string, x: number, a: number, b: number, room: number): void =>
        expectThat(
          x >= Math.min(a, b) - room && x <= Math.max(a, b) + room,
          `${name} is ${x}, not between ${a} and ${b}`,
        );
      gradient.forEach((g, i) => {
        between(`m[${i}]`, nth(got.m, i), nth(state.m, i), g, nth(allowed.m, i));
        between(`v[${i}]`, nth(got.v, i), nth(state.v, i), g * g, nth(allowed.v, i) + 2 ** -52 * g * g);
      });
    }),
    scaleFree<AdamUncorrected>(inputs),
    turnedSigns<AdamUncorrected>(inputs),
    independentParameters<AdamUncorrected>(inputs),
  ],

  misconceptions,

  rounding: (r, state, gradient, options) => {
    const { learningRate, beta1 } = options;
    const { beta2, epsilon } = options;
    const m = state.m.map((mi, i) => decayed(r, beta1, mi, nth(gradient, i)));
    const v = state.v.map((vi, i) => decayed(r, beta2, vi, r.square(nth(gradient, i))));
    const theta = state.theta.map((x, i) => {
      const deviation = rootWithEpsilon(r, nth(v, i), epsilon, false);
      return r.subtract(x, r.divide(r.multiply(learningRate, nth(m, i)), deviation));
    });
    return { theta, m, v };
  },
};

function stateOf({ theta, m, v }: Moments): State {
  return { theta, m, v };
}
