import fc from 'fast-check';
import { gradientDescentStep as reference } from '../../reference/backprop/gradient-descent-step.ts';
import type { Entry } from '../entry/entry.ts';
import { variedVector } from '../inputs/varied.ts';
import { descentLaws } from '../optimizers/shared/descent-laws.ts';
import { moments } from '../optimizers/shared/optimizer-inputs.ts';
import * as is from '../parameters/parameter.ts';

import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions, multiplicative } from './gradient-descent-step.misconceptions.ts';

export type GradientDescentStep = (w: Vector, gradient: Vector, learningRate: number) => Vector;

export const gradientDescentStep: Entry<GradientDescentStep> = {
  id: 'gradientDescentStep',
  lecture: 2,
  title: 'Gradient descent step',
  latex: String.raw`w_i \leftarrow w_i - \alpha \frac{\partial L}{\partial w_i}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 4.3', 'Lecture 2'],
  parameters: { w: is.vector(), gradient: is.vector(), learningRate: is.number() },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/backprop/gradient-descent-step.ts'),

  inputs: fc
    .tuple(moments, fc.constantFrom(0, 2 ** -10, 2 ** -7, 0.125, 0.25, 0.5, 1, 2.5))
    .map(([{ theta, gradient }, learningRate]) => [theta, gradient, learningRate]),

  edges: {
    'nine weights': [variedVector(9), variedVector(9, 4), 0.5],
    'one weight': [[1.5], [-0.5], 0.25],
    'rate 0': [[1.5, -0.5], [1, -1.5], 0],
    'rate above 1': [[1.5, -0.5], [1, -1.5], 2.5],
    'to the origin': [[1.5, -0.5, 4], [3, -1, 8], 0.5],
    decimals: [[0.1, -0.7], [0.3, 1.1], 0.9],
  },
  illegal: {
    'gradient shorter': { args: [[1, 2], [1], 0.1], names: 'gradient' },
    'gradient longer': { args: [[1], [1, 2], 0.1], names: 'gradient' },
  },
  hardCases: {
    'one weight': (w) => w.length === 1,
    'a weight of 0': (w) => w.includes(0),
    'a rate other than 0 and 1': (_w, _gradient, rate) => rate !== 0 && rate !== 1,
    'a rate above 1': (_w, _gradient, rate) => rate > 1,
    'a gradient above 1 in size': (_w, gradient) => gradient.some((g) => Math.abs(g) > 1),
  },

  worked: [{ name: 'rate 1/2', origin: 'by hand: 1 - 4/2, 2 + 6/2', args: [[1, 2], [4, -6], 0.5], expected: [-1, 5] }],

  laws: descentLaws((w, gradient, learningRate): Parameters<GradientDescentStep> => [w, gradient, learningRate]),

  misconceptions,
  errata: [
    {
      where: 'lecture 2, update',
      printed: 'w alpha dL/dw',
      holds: 'w - alpha dL/dw',
      variant: { implementation: multiplicative, fails: [[1, 2], [4, -6], 0.5] },
    },
  ],

  rounding: (r, w, gradient, learningRate) =>
    w.map((x, i) => r.subtract(x, r.multiply(learningRate, nth(gradient, i)))),
};
