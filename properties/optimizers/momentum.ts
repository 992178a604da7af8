import fc from 'fast-check';
import { momentum as reference } from '../../reference/optimizers/momentum.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './momentum.misconceptions.ts';
import { gridMoments, moments } from './shared/optimizer-inputs.ts';
import { independentParameters } from './shared/optimizer-laws.ts';
import { stepsAlongMomentum } from './shared/step-laws.ts';

const parameters = {
  state: is.record({ theta: is.vector(), m: is.vector() }),
  gradient: is.vector(),
  options: is.options({
    learningRate: is.number({ least: 0, default: 0.01, drawn: [0, 0.001, 0.1, 0.25, 0.5, 1] }),
    gamma: is.number({ least: 0, below: 1, default: 0.9, drawn: [0, 0.5, 0.75, 0.8, 0.99] }),
  }),
};

export type State = { theta: Vector; m: Vector };
export type Options = OptionsOf<typeof parameters.options>;
export type Momentum = (state: State, gradient: Vector, options?: Options) => State;

const inputs: fc.Arbitrary<[State, Vector, Options | undefined]> = fc
  .tuple(moments, drawnOptions(parameters.options))
  .map(([{ theta, m, gradient }, chosen]) => [{ theta, m }, gradient, chosen]);

const rateOf = (chosen: Options | undefined): number => completeOptions(parameters.options, chosen).learningRate;

export const momentum: Entry<Momentum> = {
  id: 'momentum',
  lecture: 4,
  title: 'Gradient descent with momentum',
  latex: String.raw`m \leftarrow \gamma m + g, \quad \theta \leftarrow \theta - \eta m`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.3.2', 'Lecture 4'],
  parameters,
  result: is.record({ theta: is.vector(), m: is.vector() }),

  reference,
  accelerated: () => import('../../accelerated/optimizers/momentum.ts'),

  inputs: inputs.map((args) => given(...args)),

  edges: {
    'one parameter from rest': [{ theta: [0.5], m: [0] }, [-2.25]],
    'options empty': [{ theta: [1.5, -0.5], m: [0.25, -1] }, [1, -1.5], {}],
    'gamma 0': [{ theta: [1.5, -0.5], m: [0.25, -1] }, [1, -1.5], { gamma: 0 }],
    'rate 0': [{ theta: [1.5, -0.5], m: [0.25, -1] }, [1, -1.5], { learningRate: 0 }],
    'against the momentum': [{ theta: [1, 2], m: [2, -4] }, [-1, 2], { learningRate: 0.25, gamma: 0.5 }],
  },
  illegal: {
    'm shorter': { args: [{ theta: [1, 2], m: [0] }, [1, 2]], names: 'state.m' },
    'gradient longer': { args: [{ theta: [1], m: [0] }, [1, 2]], names: 'gradient' },
  },
  hardCases: {
    'from rest': ({ m }) => m.every((x) => x === 0),
    'in motion': ({ m }) => m.every((x) => x !== 0),
    'one parameter': ({ theta }) => theta.length === 1,
    'gamma alone': (_state, _gradient, chosen) => chosen?.gamma !== undefined && chosen.learningRate === undefined,
    'rate alone': (_state, _gradient, chosen) => chosen?.gamma === undefined && chosen?.learningRate !== undefined,
    'both options, neither 0 nor 1': (_state, _gradient, chosen) =>
      chosen?.gamma !== undefined && chosen.gamma > 0 && ![undefined, 0, 1].includes(chosen.learningRate),
  },

  worked: [
    {
      name: 'one step',
      origin: 'by hand: m = 4/2 + 6, theta = 1 - 8/2',
      args: [{ theta: [1], m: [4] }, [6], { learningRate: 0.5, gamma: 0.5 }],
      expected: { theta: [-3], m: [8] },
    },
    {
      name: 'what holds when no option is given',
      origin: 'by hand: m = 0.9 10 + 1, theta = 1 - 0.01 10',
      args: [{ theta: [1], m: [10] }, [1]],
      expected: { theta: [0.9], m: [10] },
    },
  ],

  laws: [
    law(
      'm is the sum of all gradients, each decayed by gamma for every step since',
      fc.tuple(
        gridMoments,
        fc.array(grid, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(0.5, 0.75),
        fc.constantFrom(0.125, 1),
      ),
      async (momentum, { theta, gradient }, factors, gamma, learningRate) => {
        const chosen = { learningRate, gamma };
        let state: State = { theta, m: theta.map(() => 0) };
        let allowed = 0;
        for (const factor of factors) {
          const g = gradient.map((x) => factor * x);
          allowed += Math.max(...momentum.allowed(state, g, chosen).m);
          state = await momentum(state, g, chosen);
        }
        const weight = factors.reduce((sum, factor, k) => sum + factor * gamma ** (factors.length - 1 - k), 0);
        expectClose(
          state.m,
          gradient.map((x) => weight * x),
          allowed,
        );
      },
    ),
    stepsAlongMomentum(inputs, rateOf),
    law('with gamma 0 it is plain gradient descent', fc.tuple(moments), async (momentum, { theta, m, gradient }) => {
      const chosen = { learningRate: 0.5, gamma: 0 };
      const allowed = momentum.allowed({ theta, m }, gradient, chosen);
      const expected = { theta: theta.map((x, i) => x - 0.5 * nth(gradient, i)), m: gradient };
      expectClose(await momentum({ theta, m }, gradient, chosen), expected, allowed, allowed);
    }),
    law(
      'twice of everything steps to twice the place',
      fc.tuple(inputs),
      async (momentum, [state, gradient, chosen]) => {
        const twice = (xs: Vector): Vector => xs.map((x) => 2 * x);
        const doubled = { theta: twice(state.theta), m: twice(state.m) };
        const single = await momentum(...given(state, gradient, chosen));
        expectClose(
          await momentum(...given(doubled, twice(gradient), chosen)),
          { theta: twice(single.theta), m: twice(single.m) },
          momentum.allowed(...given(doubled, twice(gradient), chosen)),
          mapNumbers(momentum.allowed(...given(state, gradient, chosen)), (error) => 2 * error),
        );
      },
    ),
    independentParameters<Momentum>(inputs),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 4, momentum',
      printed: 'm is called an average',
      holds: 'a decayed sum: g has no factor 1 - gamma',
    },
  ],

  rounding: (r, state, gradient, { learningRate, gamma }) => {
    const m = state.m.map((mi, i) => r.add(r.multiply(gamma, mi), nth(gradient, i)));
    return { theta: state.theta.map((x, i) => r.subtract(x, r.multiply(learningRate, nth(m, i)))), m };
  },
};
