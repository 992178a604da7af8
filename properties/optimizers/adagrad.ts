import fc from 'fast-check';
import { adagrad as reference } from '../../reference/optimizers/adagrad.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, options } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './adagrad.misconceptions.ts';
import { extremeMoments, gridMoments, type Moments, moments, momentsAtRest } from './shared/optimizer-inputs.ts';
import { independentParameters, scaleFree, turnedSigns } from './shared/optimizer-laws.ts';
import { rootWithEpsilon } from './shared/optimizer-rounding.ts';
import { epsilonPlaces, firstStepByRate } from './shared/step-laws.ts';

const parameters = {
  state: is.record({ theta: is.vector(), v: is.vector({ element: { least: 0 } }) }),
  gradient: is.vector(),
  options: is.options({
    learningRate: is.number({ least: 0, default: 0.001, drawn: [0.01, 0.1, 0.5, 1] }),
    epsilon: is.number({ least: 0, default: 1e-7, drawn: [0, 1e-8, 1e-3, 0.0625, 0.5] }),
    epsilonInside: is.boolean({ default: false }),
  }),
};

export type State = { theta: Vector; v: Vector };
export type Options = OptionsOf<typeof parameters.options>;
export type Adagrad = (state: State, gradient: Vector, options?: Options) => State;

const chosenOptions = drawnOptions(parameters.options);

const inputs: fc.Arbitrary<[State, Vector, Options | undefined]> = fc
  .tuple(fc.oneof({ arbitrary: moments, weight: 3 }, { arbitrary: momentsAtRest, weight: 1 }), chosenOptions)
  .map(([drawn, chosen]) => [stateOf(drawn), drawn.gradient, chosen]);

const extreme: fc.Arbitrary<[State, Vector, Options | undefined]> = fc
  .tuple(
    extremeMoments,
    options<Options>({
      learningRate: fc.constantFrom(0.01, 0.5),
      epsilon: fc.constantFrom(1e-8, 1e-3),
      epsilonInside: fc.boolean(),
    }),
  )
  .map(([drawn, chosen]) => [stateOf(drawn), drawn.gradient, chosen]);

/** The first step, without epsilon. */
const starts = fc
  .tuple(momentsAtRest, chosenOptions)
  .map(([drawn, chosen]): [State, Vector, Required<Options>] => [
    stateOf(drawn),
    drawn.gradient,
    { ...completeOptions(parameters.options, chosen), epsilon: 0 },
  ]);

export const adagrad: Entry<Adagrad> = {
  id: 'adagrad',
  lecture: 4,
  title: 'AdaGrad',
  latex: String.raw`v \leftarrow v + g^2, \quad \theta \leftarrow \theta - \eta \frac{g}{\sqrt{v} + \epsilon}`,
  source: [
    'Duchi, Hazan, Singer (2011), Adaptive Subgradient Methods for Online Learning and Stochastic Optimization',
    'Lecture 4',
  ],
  parameters,
  result: is.record({ theta: is.vector(), v: is.vector() }),

  reference,
  accelerated: () => import('../../accelerated/optimizers/adagrad.ts'),

  inputs: inputs.map((args) => given(...args)),
  extreme: extreme.map((args) => given(...args)),

  edges: {
    'one parameter from rest': [{ theta: [0.5], v: [0] }, [-2.25]],
    'options empty': [{ theta: [1.5, -0.5], v: [0.25, 1] }, [1, -1.5], {}],
    'epsilon as large as the root': [
      { theta: [1, -1], v: [0.1875, 0] },
      [0.25, -0.5],
      { learningRate: 0.5, epsilon: 0.5 },
    ],
    'epsilon inside': [
      { theta: [1, -1], v: [0.1875, 0] },
      [0.25, -0.5],
      { learningRate: 0.5, epsilon: 0.5, epsilonInside: true },
    ],
    'epsilon 0': [{ theta: [1, -1], v: [1, 2] }, [0.5, -3], { epsilon: 0 }],
    'epsilonInside alone': [{ theta: [1, -1], v: [2 ** -10, 2] }, [0.015625, -3], { epsilonInside: true }],
    'rate 0': [{ theta: [1, -1], v: [1, 2] }, [0.5, -3], { learningRate: 0 }],
  },
  extremeEdges: {
    'gradient 0 from rest': [{ theta: [0.75, -1.5], v: [0, 0] }, [0, 0]],
    'gradient 0 later': [{ theta: [0.75, -1.5], v: [1, 0.25] }, [0, 0]],
    'tiny gradient from rest': [{ theta: [0.75, -1.5, 1], v: [0, 0, 0] }, [Math.fround(1e-8), Math.fround(-1e-7), 0]],
    'tiny gradient from rest, inside': [
      { theta: [0.75, -1.5, 1], v: [0, 0, 0] },
      [Math.fround(1e-8), Math.fround(-1e-7), 0],
      { epsilonInside: true },
    ],
  },
  illegal: {
    'v longer': { args: [{ theta: [1], v: [0, 0] }, [1]], names: 'state.v' },
    'gradient longer': { args: [{ theta: [1], v: [0] }, [1, 2]], names: 'gradient' },
  },
  hardCases: {
    'from rest': ({ v }) => v.every((x) => x === 0),
    'one parameter': ({ theta }) => theta.length === 1,
    'epsilon seen, outside': (_state, _gradient, chosen) => showsEpsilon(chosen) && !chosen?.epsilonInside,
    'epsilon seen, inside': (_state, _gradient, chosen) => showsEpsilon(chosen) && chosen?.epsilonInside === true,
    'epsilon 0': (_state, _gradient, chosen) => chosen?.epsilon === 0,
  },

  worked: [
    {
      name: 'epsilon outside',
      origin: 'by hand: v = 7 + 9, theta = 1 - 0.5 3/(4 + 2)',
      args: [{ theta: [1], v: [7] }, [3], { learningRate: 0.5, epsilon: 2 }],
      expected: { theta: [0.75], v: [16] },
    },
    {
      name: 'epsilon inside',
      origin: 'by hand: v = 7 + 9, theta = 1 - 0.5 3/sqrt(16 + 9)',
      args: [{ theta: [1], v: [7] }, [3], { learningRate: 0.5, epsilon: 9, epsilonInside: true }],
      expected: { theta: [0.7], v: [16] },
    },
  ],

  laws: [
    firstStepByRate(starts),
    law(
      'step k down a slope that never changes is 1/sqrt(k) of the first',
      fc.tuple(gridMoments, fc.constantFrom(1, 4, 9, 16), fc.constantFrom(0.125, 0.5, 1), fc.boolean()),
      async (adagrad, { theta, gradient }, k, learningRate, epsilonInside) => {
        const state = { theta, v: gradient.map((g) => (k - 1) * g * g) };
        const chosen = { learningRate, epsilonInside, epsilon: 0 };
        const allowed = adagrad.allowed(state, gradient, chosen);
        const expected = {
          theta: theta.map((x, i) => x - (learningRate * Math.sign(nth(gradient, i))) / Math.sqrt(k)),
          v: gradient.map((g) => k * g * g),
        };
        expectClose(await adagrad(state, gradient, chosen), expected, allowed, allowed);
      },
    ),
    epsilonPlaces((v, g) => v - g * g, {}),
    law('v never falls', fc.tuple(inputs), async (adagrad, [state, gradient, chosen]) => {
      const { v } = await adagrad(...given(state, gradient, chosen));
      expectThat(
        v.every((x, i) => x >= Math.fround(nth(state.v, i))),
        `from ${JSON.stringify(state.v)} to ${JSON.stringify(v)}`,
      );
    }),
    scaleFree<Adagrad>(inputs),
    turnedSigns<Adagrad>(inputs),
    independentParameters<Adagrad>(inputs),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 4, AdaGrad',
      printed: 'one index for time and parameter',
      holds: 'v_t,i sums the squares of parameter i over the time t',
    },
  ],

  rounding: (r, state, gradient, options) => {
    const { learningRate, epsilon } = options;
    const v = state.v.map((vi, i) => r.add(vi, r.square(nth(gradient, i))));
    const theta = state.theta.map((x, i) => {
      const divisor = rootWithEpsilon(r, nth(v, i), epsilon, options.epsilonInside);
      return r.subtract(x, r.divide(r.multiply(learningRate, nth(gradient, i)), divisor));
    });
    return { theta, v };
  },
};

function stateOf({ theta, v }: Moments): State {
  return { theta, v };
}

/** Whether epsilon and the steps are so large that a wrong place of epsilon is seen. */
function showsEpsilon(chosen: Options | undefined): boolean {
  const { epsilon, learningRate } = completeOptions(parameters.options, chosen);
  return epsilon > 0.01 && learningRate > 0.05;
}
