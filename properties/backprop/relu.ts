import fc from 'fast-check';
import { relu as reference, reluGradient } from '../../reference/backprop/relu.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { mild } from '../inputs/inputs.ts';
import { logits } from '../inputs/logits.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { mapTree } from '../values/tree.ts';
import { misconceptions } from './relu.misconceptions.ts';

export type Relu = (z: number) => number;

export const relu: Entry<Relu> = {
  id: 'relu',
  lecture: 2,
  title: 'Rectified linear unit',
  latex: String.raw`\mathrm{relu}(z) = \max(0, z)`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.3.1', 'Lecture 2'],
  parameters: { z: is.tensor('number') },
  result: is.tensor('number'),

  reference,
  accelerated: () => import('../../accelerated/backprop/relu.ts'),
  gradient: {
    wrt: ['z'],
    reference: reluGradient,
    // Central differences must not step over the kink.
    inputs: fc.tuple(mild.filter((z) => Math.abs(z) > 1 / 128)),
    kinks: {
      zero: 'the slope is 0 on the left and 1 on the right; the convention is 0',
      'minus zero': 'the slope is 0 on the left and 1 on the right; the convention is 0',
    },
  },

  inputs: fc.tuple(mild),
  // Arrays go element by element.
  extended: fc.oneof(fc.tuple(logits), fc.tuple(fc.constant([Number.NaN, -1, 2]))),

  edges: {
    ten: [10],
    'minus ten': [-10],
    'a thousandth': [1 / 1024],
    'minus a thousandth': [-1 / 1024],
    zero: [0],
    'minus zero': [-0],
    one: [1],
    'minus one': [-1],
    'two to the minus ten': [-(2 ** -10)],
    'a tenth': [0.1],
  },
  illegal: {
    empty: { args: [[]], names: 'z' },
  },
  hardCases: {
    zero: (z) => z === 0,
    negative: (z) => z < 0,
    positive: (z) => z > 0,
    'above 1': (z) => z > 1,
    'below -1': (z) => z < -1,
    'near 0': (z) => z !== 0 && Math.abs(z) < 1 / 64,
  },

  worked: [
    { name: 'positive', origin: 'by hand', args: [2.5], expected: 2.5 },
    { name: 'negative', origin: 'by hand', args: [-2.5], expected: 0 },
    { name: 'zero', origin: 'by hand', args: [0], expected: 0 },
  ],

  laws: [
    law('relu(z) - relu(-z) = z', fc.tuple(mild), async (relu, z) => {
      expectClose((await relu(z)) - (await relu(0 - z)), z, relu.allowed(z), relu.allowed(0 - z));
    }),
    law('relu(z) + relu(-z) = |z|', fc.tuple(mild), async (relu, z) => {
      expectClose((await relu(z)) + (await relu(0 - z)), Math.abs(z), relu.allowed(z), relu.allowed(0 - z));
    }),
    law('it is never negative', fc.tuple(mild), async (relu, z) => {
      const activation = await relu(z);
      expectThat(activation >= 0, `got ${activation} at ${z}`);
    }),
    law('twice the drive gives twice the activation', fc.tuple(mild), async (relu, z) => {
      expectClose(await relu(2 * z), 2 * (await relu(z)), relu.allowed(2 * z), 2 * relu.allowed(z));
    }),
    law('twice is once', fc.tuple(mild), async (relu, z) => {
      const once = await relu(z);
      expectClose(await relu(once), once, relu.allowed(once));
    }),
  ],

  misconceptions,

  rounding: (r, z) => mapTree<Rounded, Rounded>(z, isRounded, (zi) => r.relu(zi)),
};
