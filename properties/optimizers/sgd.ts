import fc from 'fast-check';
import { sgd as reference } from '../../reference/optimizers/sgd.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given } from '../inputs/inputs.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';

import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './sgd.misconceptions.ts';
import { descentLaws } from './shared/descent-laws.ts';
import { moments } from './shared/optimizer-inputs.ts';

const parameters = {
  theta: is.vector(),
  gradient: is.vector(),
  options: is.options({
    learningRate: is.number({ least: 0, default: 0.01, drawn: [0, 0.001, 0.1, 0.25, 0.5, 1, 2.5] }),
  }),
};

export type Sgd = (theta: Vector, gradient: Vector, options?: OptionsOf<typeof parameters.options>) => Vector;

export const sgd: Entry<Sgd> = {
  id: 'sgd',
  lecture: 4,
  title: 'Stochastic gradient descent',
  latex: String.raw`\theta \leftarrow \theta - \eta g`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.3.1', 'Lecture 4'],
  parameters,
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/optimizers/sgd.ts'),

  inputs: fc
    .tuple(moments, drawnOptions(parameters.options))
    .map(([{ theta, gradient }, chosen]) => given(theta, gradient, chosen)),

  edges: {
    'one parameter': [[0.5], [-2.25]],
    'options empty': [[1.5, -0.5, 2], [1, -1.5, 3], {}],
    'rate 0': [[1.5, -0.5], [1, -1.5], { learningRate: 0 }],
    'rate above 1': [[1.5, -0.5], [1, -1.5], { learningRate: 2.5 }],
    'to the origin': [[1.5, -0.5], [3, -1], { learningRate: 0.5 }],
  },
  illegal: {
    'gradient longer': { args: [[1], [1, 2]], names: 'gradient' },
  },
  hardCases: {
    'one parameter': (theta) => theta.length === 1,
    'rate given, neither 0 nor 1': (_theta, _gradient, chosen) => ![undefined, 0, 1].includes(chosen?.learningRate),
    'a gradient above 1 in size': (_theta, gradient) => gradient.some((g) => Math.abs(g) > 1),
    'a parameter of 0': (theta) => theta.includes(0),
  },

  worked: [
    {
      name: 'rate 1/2',
      origin: 'by hand: 1 - 4/2, 2 + 6/2',
      args: [[1, 2], [4, -6], { learningRate: 0.5 }],
      expected: [-1, 5],
    },
    {
      name: 'the rate that holds when none is given',
      origin: 'by hand: 1 - 0.01 100',
      args: [[1], [100]],
      expected: [0],
    },
  ],

  laws: [
    ...descentLaws((theta, gradient, learningRate): Parameters<Sgd> => [theta, gradient, { learningRate }]),
    law('without a rate it is 0.01', fc.tuple(moments), async (sgd, { theta, gradient }) => {
      const allowed = sgd.allowed(theta, gradient);
      const stated = await sgd(theta, gradient, { learningRate: 0.01 });
      expectClose(await sgd(theta, gradient), stated, allowed, allowed);
      expectClose(await sgd(theta, gradient, {}), stated, allowed, allowed);
    }),
  ],

  misconceptions,
  errata: [{ where: 'lecture 4, SGD', printed: 'single gradient descent', holds: 'stochastic gradient descent' }],

  rounding: (r, theta, gradient, { learningRate }) =>
    theta.map((x, i) => r.subtract(x, r.multiply(learningRate, nth(gradient, i)))),
};
