import fc from 'fast-check';
import { adam as reference } from '../../reference/optimizers/adam.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, options } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './adam.misconceptions.ts';
import { extremeMoments, gridMoments, type Moments, moments, momentsAtRest } from './shared/optimizer-inputs.ts';
import { independentParameters, scaleFree, turnedSigns } from './shared/optimizer-laws.ts';
import { decayed } from './shared/optimizer-rounding.ts';

const parameters = {
  state: is.record({ theta: is.vector(), m: is.vector(), v: is.vector({ element: { least: 0 } }), t: is.integer(0) }),
  gradient: is.vector(),
  options: is.options({
    learningRate: is.number({ least: 0, default: 0.001, drawn: [0.01, 0.1, 0.5, 1] }),
    beta1: is.number({ least: 0, below: 1, default: 0.9, drawn: [0, 0.5, 0.75, 0.8, 0.95] }),
    beta2: is.number({ least: 0, below: 1, default: 0.999, drawn: [0.5, 0.875, 0.9, 0.99, 0.9999] }),
    epsilon: is.number({ least: 0, default: 1e-7, drawn: [0, 1e-8, 1e-3, 0.0625, 0.5] }),
  }),
};

export type State = {
  theta: Vector;
  m: Vector;
  v: Vector;
  t: number;
};

export type Options = OptionsOf<typeof parameters.options>;

export type Adam = (state: State, gradient: Vector, options?: Options) => State;

const chosenOptions = drawnOptions(parameters.options);

/** Options with which steps are exact or nearly so. */
const dyadicOptions = fc.record({
  learningRate: fc.constantFrom(0.125, 0.5, 1),
  beta1: fc.constantFrom(0.5, 0.75),
  beta2: fc.constantFrom(0.25, 0.875),
  epsilon: fc.constantFrom(0, 0.0625, 0.5),
});

const steps = fc.integer({ min: 1, max: 20 });

const inputs: fc.Arbitrary<[State, Vector, Options | undefined]> = fc
  .oneof(
    { arbitrary: fc.tuple(momentsAtRest, fc.constant(0), chosenOptions), weight: 1 },
    { arbitrary: fc.tuple(moments, steps, chosenOptions), weight: 3 },
  )
  .map(([drawn, t, chosen]) => [stateOf(drawn, t), drawn.gradient, chosen]);

const extreme: fc.Arbitrary<[State, Vector, Options | undefined]> = fc
  .tuple(
    extremeMoments,
    fc.constantFrom(0, 1, 7, 1000, 10_000, 999_999, 1_000_000),
    options<Options>({ learningRate: fc.constantFrom(0.01, 0.5), epsilon: fc.constantFrom(1e-8, 1e-3) }),
  )
  .map(([drawn, t, chosen]) => [stateOf(drawn, t), drawn.gradient, chosen]);

export const adam: Entry<Adam> = {
  id: 'adam',
  lecture: 4,
  title: 'Adam',
  latex: String.raw`m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \quad \theta \leftarrow \theta - \eta \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \epsilon}`,
  source: ['Kingma, Ba (2015), Adam: A Method for Stochastic Optimization, algorithm 1', 'Lecture 4'],
  parameters,
  result: is.record({ theta: is.vector(), m: is.vector(), v: is.vector(), t: is.integer(0) }),

  reference,
  accelerated: () => import('../../accelerated/optimizers/adam.ts'),

  inputs: inputs.map((args) => given(...args)),
  extreme: extreme.map((args) => given(...args)),

  edges: {
    'one parameter from rest': [{ theta: [0.5], m: [0], v: [0], t: 0 }, [-2.25]],
    'options empty': [{ theta: [1.5, -0.5], m: [0.25, -1], v: [0.5, 2], t: 3 }, [1, -1.5], {}],
    'second step': [{ theta: [1, -2], m: [0.125, -0.25], v: [0.0625, 0.25], t: 1 }, [0.75, 1.25]],
    'epsilon as large as the deviation': [
      { theta: [1, -1], m: [0.5, 0.25], v: [0.25, 0.0625], t: 2 },
      [0.5, -0.25],
      { learningRate: 0.5, epsilon: 0.5 },
    ],
    'nothing kept': [
      { theta: [2, 1], m: [3, -1], v: [4, 1], t: 5 },
      [0.5, -0.25],
      { learningRate: 0.1, beta1: 0, beta2: 0, epsilon: 0 },
    ],
    'learningRate alone': [
      { theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25], t: 2 },
      [0.75, 1.25],
      { learningRate: 0.5 },
    ],
    'beta1 alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25], t: 2 }, [0.75, 1.25], { beta1: 0.5 }],
    'beta2 alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25], t: 2 }, [0.75, 1.25], { beta2: 0.75 }],
    'epsilon alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25], t: 2 }, [0.75, 1.25], { epsilon: 0.25 }],
    'rate 0': [{ theta: [2, 1], m: [3, -1], v: [4, 1], t: 5 }, [0.5, -0.25], { learningRate: 0 }],
  },
  extremeEdges: {
    'gradient 0 from rest': [{ theta: [0.75, -1.5], m: [0, 0], v: [0, 0], t: 0 }, [0, 0]],
    'gradient 0 in motion': [{ theta: [0.75, -1.5], m: [0.5, -0.25], v: [1, 2], t: 9 }, [0, 0]],
    'tiny gradient from rest': [
      { theta: [0.75, -1.5, 1], m: [0, 0, 0], v: [0, 0, 0], t: 0 },
      [Math.fround(1e-8), -Math.fround(1e-7), 0],
    ],
    'after a million steps': [{ theta: [0.75, -1.5], m: [0.5, -0.25], v: [1, 2], t: 1_000_000 }, [1.25, -0.5]],
  },
  illegal: {
    'm shorter': { args: [{ theta: [1, 2], m: [0], v: [0, 0], t: 0 }, [1, 2]], names: 'state.m' },
    'v longer': { args: [{ theta: [1], m: [0], v: [0, 0], t: 0 }, [1]], names: 'state.v' },
    'gradient longer': { args: [{ theta: [1], m: [0], v: [0], t: 0 }, [1, 2]], names: 'gradient' },
  },
  hardCases: {
    'from rest': ({ m, v, t }) => t === 0 && [...m, ...v].every((x) => x === 0),
    'second step': ({ t }) => t === 1,
    'at least ten steps made': ({ t }) => t >= 10,
    'one parameter': ({ theta }) => theta.length === 1,
    'epsilon large enough to be seen': ({ t }, _gradient, chosen) => {
      const { epsilon, learningRate } = completeOptions(parameters.options, chosen);
      return t > 0 && epsilon > 0.01 && learningRate > 0.05;
    },
    'epsilon 0': (_state, _gradient, chosen) => chosen?.epsilon === 0,
  },

  worked: [
    {
      name: 'first step',
      origin: 'by hand: the corrected moments are 2 and 4, so the step is 0.25 2/(2+2)',
      args: [{ theta: [1], m: [0], v: [0], t: 0 }, [2], { learningRate: 0.25, beta1: 0.5, beta2: 0.75, epsilon: 2 }],
      expected: { theta: [0.875], m: [1], v: [1], t: 1 },
    },
    {
      name: 'second step',
      origin: 'by hand: moments 1 and 1, corrections 3/4 and 7/16, so the step is 0.3 (4/3)/(4/sqrt 7) = sqrt 7/10',
      args: [{ theta: [1], m: [1], v: [1], t: 1 }, [1], { learningRate: 0.3, beta1: 0.5, beta2: 0.75, epsilon: 0 }],
      expected: { theta: [1 - Math.sqrt(7) / 10], m: [1], v: [1], t: 2 },
    },
    {
      name: 'each moment with its own beta',
      origin: 'by hand: m = 0.75 4 + 0.25 8, v = 0.25 16 + 0.75 64; nothing moves at rate 0',
      args: [{ theta: [3], m: [4], v: [16], t: 6 }, [8], { learningRate: 0, beta1: 0.75, beta2: 0.25 }],
      expected: { theta: [3], m: [5], v: [52], t: 7 },
    },
  ],

  laws: [
    law(
      'with epsilon 0 the first step has the length of the rate, against the gradient',
      fc.tuple(momentsAtRest, chosenOptions),
      async (adam, drawn, chosen) => {
        const all = { ...completeOptions(parameters.options, chosen), epsilon: 0 };
        const { theta } = await adam(stateOf(drawn, 0), drawn.gradient, all);
        const allowed = adam.allowed(stateOf(drawn, 0), drawn.gradient, all).theta;
        const expected = drawn.theta.map((x, i) => x - all.learningRate * Math.sign(nth(drawn.gradient, i)));
        expectClose(theta, expected, allowed, allowed);
      },
    ),
    law(
      'a gradient that never changes moves every step alike: rate g / (|g| + epsilon)',
      fc.tuple(gridMoments, fc.integer({ min: 0, max: 5 }), dyadicOptions),
      async (adam, { theta, gradient }, t, chosen) => {
        const { learningRate, beta1, beta2, epsilon } = chosen;
        const m = gradient.map((g) => (1 - beta1 ** t) * g);
        const v = gradient.map((g) => (1 - beta2 ** t) * g * g);
        const moved = await adam({ theta, m, v, t }, gradient, chosen);
        const allowed = adam.allowed({ theta, m, v, t }, gradient, chosen);
        const expected = {
          theta: theta.map((x, i) => {
            const g = nth(gradient, i);
            return x - (learningRate * g) / (Math.abs(g) + epsilon);
          }),
          m: gradient.map((g) => (1 - beta1 ** (t + 1)) * g),
          v: gradient.map((g) => (1 - beta2 ** (t + 1)) * g * g),
          t: t + 1,
        };
        expectClose(moved as never, expected, allowed as never, allowed as never);
      },
    ),
    scaleFree<Adam>(inputs),
    law(
      'of what the moments held, beta1 of m and beta2 of v remain',
      fc.tuple(gridMoments, fc.array(grid, { minLength: 4, maxLength: 4 }), steps, chosenOptions),
      async (adam, drawn, other, t, chosen) => {
        const { beta1, beta2 } = completeOptions(parameters.options, chosen);
        const more = {
          ...stateOf(drawn, t),
          m: drawn.m.map((x, i) => x + nth(other, i)),
          v: drawn.v.map((x, i) => x + Math.abs(nth(other, i))),
        };
        const a = await adam(...given(stateOf(drawn, t), drawn.gradient, chosen));
        const b = await adam(...given(more, drawn.gradient, chosen));
        const allowedA = adam.allowed(...given(stateOf(drawn, t), drawn.gradient, chosen));
        const allowedB = adam.allowed(...given(more, drawn.gradient, chosen));
        const m = b.m.map((x, i) => x - beta1 * nth(other, i));
        const v = b.v.map((x, i) => x - beta2 * Math.abs(nth(other, i)));
        const taken = other.map((x) => 4 * 2 ** -53 * Math.abs(x));
        drawn.m.forEach((_, i) => {
          const allowed = nth(taken, i);
          expectClose(m[i], a.m[i], nth(allowedA.m, i), nth(allowedB.m, i), allowed);
          expectClose(v[i], a.v[i], nth(allowedA.v, i), nth(allowedB.v, i), allowed);
        });
      },
    ),
    independentParameters<Adam>(inputs),
    turnedSigns<Adam>(inputs),
    law('each step is counted once', fc.tuple(inputs), async (adam, [state, gradient, chosen]) => {
      const { t } = await adam(...given(state, gradient, chosen));
      expectThat(t === state.t + 1, `after step ${state.t} the count is ${t}`);
    }),
  ],

  misconceptions,

  rounding: (r, state, gradient, options) => {
    const { learningRate, beta1, beta2, epsilon } = options;
    const t = state.t.value + 1;
    const m = state.m.map((mi, i) => decayed(r, beta1, mi, nth(gradient, i)));
    const v = state.v.map((vi, i) => decayed(r, beta2, vi, r.square(nth(gradient, i))));
    const theta = state.theta.map((x, i) => {
      const mHat = r.divide(nth(m, i), correction(r, beta1.value, t));
      const vHat = r.divide(nth(v, i), correction(r, beta2.value, t));
      return r.subtract(x, r.divide(r.multiply(learningRate, mHat), r.add(r.sqrt(vHat), epsilon)));
    });
    return { theta, m, v, t: r.exact(t) };
  },
};

/** 1 - beta^t in float64, where a power off by a few ULP cancels, then rounded to the format. */
function correction(r: Rounding, beta: number, t: number): Rounded {
  // Not by **, whose last bit differs between versions of Node, and would in a record's `allowed`.
  const value = -Math.expm1(t * Math.log(beta));
  const power = 1 - value;
  const float64Ulps = 2 ** -53 / r.format.unit;
  return r.rounded(value, 1 + (4 * float64Ulps * power) / value);
}

function stateOf({ theta, m, v }: Moments, t: number): State {
  return { theta, m, v, t };
}
