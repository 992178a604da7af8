import fc from 'fast-check';
import { rmsprop as reference } from '../../reference/optimizers/rmsprop.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, options } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './rmsprop.misconceptions.ts';
import { extremeMoments, gridMoments, type Moments, moments, momentsAtRest } from './shared/optimizer-inputs.ts';
import { independentParameters, scaleFree, turnedSigns } from './shared/optimizer-laws.ts';
import { decayed, rootWithEpsilon } from './shared/optimizer-rounding.ts';
import { epsilonPlaces } from './shared/step-laws.ts';

const parameters = {
  state: is.record({ theta: is.vector(), v: is.vector({ element: { least: 0 } }) }),
  gradient: is.vector(),
  options: is.options({
    learningRate: is.number({ least: 0, default: 0.001, drawn: [0.01, 0.1, 0.5, 1] }),
    rho: is.number({ least: 0, below: 1, default: 0.9, drawn: [0, 0.25, 0.5, 0.75, 0.99] }),
    epsilon: is.number({ least: 0, default: 1e-7, drawn: [0, 1e-8, 1e-3, 0.0625, 0.5] }),
    epsilonInside: is.boolean({ default: false }),
  }),
};

export type State = { theta: Vector; v: Vector };
export type Options = OptionsOf<typeof parameters.options>;
export type Rmsprop = (state: State, gradient: Vector, options?: Options) => State;

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

export const rmsprop: Entry<Rmsprop> = {
  id: 'rmsprop',
  lecture: 4,
  title: 'RMSProp',
  latex: String.raw`v \leftarrow \rho v + (1 - \rho) g^2, \quad \theta \leftarrow \theta - \eta \frac{g}{\sqrt{v} + \epsilon}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.5.2', 'Lecture 4'],
  parameters,
  result: is.record({ theta: is.vector(), v: is.vector() }),

  reference,
  accelerated: () => import('../../accelerated/optimizers/rmsprop.ts'),

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
    'nothing kept': [{ theta: [1, -1], v: [1, 2] }, [0.5, -3], { rho: 0 }],
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
    'rho given, not 1/2': (_state, _gradient, chosen) => ![undefined, 0.5].includes(chosen?.rho),
    'epsilon seen, outside': (_state, _gradient, chosen) => showsEpsilon(chosen) && !chosen?.epsilonInside,
    'epsilon seen, inside': (_state, _gradient, chosen) => showsEpsilon(chosen) && chosen?.epsilonInside === true,
    'epsilon 0': (_state, _gradient, chosen) => chosen?.epsilon === 0,
  },

  worked: [
    {
      name: 'epsilon outside',
      origin: 'by hand: v = 0.75 4 + 0.25 52 = 16, theta = 1 - 0.5 sqrt 52/(4 + 1)',
      args: [{ theta: [1], v: [4] }, [Math.sqrt(52)], { learningRate: 0.5, rho: 0.75, epsilon: 1 }],
      expected: { theta: [1 - Math.sqrt(52) / 10], v: [16] },
    },
    {
      name: 'epsilon inside',
      origin: 'by hand: v = 0.5 2 + 0.5 16 = 9, theta = 1 - 0.5 4/sqrt(9 + 7)',
      args: [{ theta: [1], v: [2] }, [4], { learningRate: 0.5, rho: 0.5, epsilon: 7, epsilonInside: true }],
      expected: { theta: [0.5], v: [9] },
    },
    {
      name: 'what holds when no option is given',
      origin: 'by hand: v = 0.9 10 + 0.1 160 = 25; epsilon is beyond sight at rate 0',
      args: [{ theta: [3], v: [10] }, [4 * Math.sqrt(10)], { learningRate: 0 }],
      expected: { theta: [3], v: [25] },
    },
  ],

  laws: [
    law(
      'down a slope that never changes, v is the share 1 - rho^k of its square after k steps',
      fc.tuple(gridMoments, fc.integer({ min: 0, max: 4 }), fc.constantFrom(0.25, 0.5, 0.75), fc.boolean()),
      async (rmsprop, { theta, gradient }, k, rho, epsilonInside) => {
        const share = 1 - rho ** (k + 1);
        const state = { theta, v: gradient.map((g) => (1 - rho ** k) * g * g) };
        const chosen = { learningRate: 1, rho, epsilonInside, epsilon: 0 };
        const allowed = rmsprop.allowed(state, gradient, chosen);
        const expected = {
          theta: theta.map((x, i) => x - Math.sign(nth(gradient, i)) / Math.sqrt(share)),
          v: gradient.map((g) => share * g * g),
        };
        expectClose(await rmsprop(state, gradient, chosen), expected, allowed, allowed);
      },
    ),
    law(
      'where v is the square of the gradient it stays, and every step has the length of the rate',
      fc.tuple(gridMoments, fc.constantFrom(0.25, 0.5, 0.75), fc.constantFrom(0.125, 0.5, 1)),
      async (rmsprop, { theta, gradient }, rho, learningRate) => {
        const state = { theta, v: gradient.map((g) => g * g) };
        const chosen = { learningRate, rho, epsilon: 0 };
        const allowed = rmsprop.allowed(state, gradient, chosen);
        const expected = {
          theta: theta.map((x, i) => x - learningRate * Math.sign(nth(gradient, i))),
          v: state.v,
        };
        expectClose(await rmsprop(state, gradient, chosen), expected, allowed, allowed);
      },
    ),
    epsilonPlaces((v, g) => 2 * v - g * g, { rho: 0.5 }),
    law('the new v lies between the old one and the squared gradient', fc.tuple(inputs), async (rmsprop, drawn) => {
      const [state, gradient, chosen] = drawn;
      const { v } = await rmsprop(...given(state, gradient, chosen));
      const allowed = rmsprop.allowed(...given(state, gradient, chosen)).v;
      v.forEach((x, i) => {
        const ends = [nth(state.v, i), nth(gradient, i) ** 2];
        const room = nth(allowed, i);
        expectThat(
          x >= Math.min(...ends) * (1 - 2 ** -52) - room && x <= Math.max(...ends) * (1 + 2 ** -52) + room,
          `v[${i}] is ${x}, not between ${ends[0]} and ${ends[1]}`,
        );
      });
    }),
    scaleFree<Rmsprop>(inputs),
    turnedSigns<Rmsprop>(inputs),
    independentParameters<Rmsprop>(inputs),
  ],

  misconceptions,

  rounding: (r, state, gradient, options) => {
    const { learningRate, rho, epsilon } = options;
    const v = state.v.map((vi, i) => decayed(r, rho, vi, r.square(nth(gradient, i))));
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
