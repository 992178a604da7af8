import fc from 'fast-check';
import { sigmoid as reference, sigmoidGradient } from '../../reference/backprop/sigmoid.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { mild } from '../inputs/inputs.ts';
import { logits } from '../inputs/logits.ts';
import { nonDecreasing } from '../laws/non-decreasing.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { mapTree } from '../values/tree.ts';
import { farDrive } from './shared/drives.ts';
import { misconceptions } from './sigmoid.misconceptions.ts';

export type Sigmoid = (z: number) => number;

export const sigmoid: Entry<Sigmoid> = {
  id: 'sigmoid',
  lecture: 2,
  title: 'Logistic sigmoid',
  latex: String.raw`\sigma(z) = \frac{1}{1 + e^{-z}}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 3.10', 'Lecture 2'],
  parameters: { z: is.tensor('number') },
  result: is.tensor('number'),

  reference,
  accelerated: () => import('../../accelerated/backprop/sigmoid.ts'),
  gradient: { wrt: ['z'], reference: sigmoidGradient },

  inputs: fc.tuple(mild),
  extreme: fc.tuple(farDrive),
  // Arrays go element by element.
  extended: fc.tuple(logits),

  edges: { zero: [0], one: [1], 'minus one': [-1], ten: [10], 'minus ten': [-10], 'a decimal': [-9.7] },
  extremeEdges: {
    'nearly 1': [37],
    'all but 1': [17],
    'all but 0': [-17],
    'where 1 - s(z) vanishes': [40],
    'where e^z overflows': [1000],
    'where e^-z overflows': [-1000],
    'just before': [-709],
    'below the normal numbers': [-720],
    'the end of the range': [1e308],
    'the other end': [-1e308],
  },
  illegal: {
    empty: { args: [[]], names: 'z' },
  },
  hardCases: {
    zero: (z) => z === 0,
    negative: (z) => z < 0,
    'near 0': (z) => z !== 0 && Math.abs(z) < 1 / 64,
    'around 1': (z) => Math.abs(z) > 0.5 && Math.abs(z) < 2,
    'above 4': (z) => Math.abs(z) > 4,
  },

  worked: [
    { name: 'at 0', origin: 'by hand: 1 / (1 + 1)', args: [0], expected: 0.5 },
    { name: 'at ln 3', origin: 'by hand: 1 / (1 + 1/3)', args: [Math.log(3)], expected: 0.75 },
    { name: 'at -ln 4', origin: 'by hand: 1 / (1 + 4)', args: [-Math.log(4)], expected: 0.2 },
  ],

  laws: [
    law('s(-z) = 1 - s(z)', fc.tuple(mild), async (sigmoid, z) => {
      expectClose(await sigmoid(0 - z), 1 - (await sigmoid(z)), sigmoid.allowed(0 - z), sigmoid.allowed(z), 2 ** -53);
    }),
    law('it lies between 0 and 1', fc.tuple(mild), async (sigmoid, z) => {
      const s = await sigmoid(z);
      expectThat(s > 0 && s < 1, `got ${s} at ${z}`);
    }),
    nonDecreasing,
    law('e^z = s(z) / s(-z)', fc.tuple(mild), async (sigmoid, z) => {
      const power = Math.exp(z);
      const [s, other] = [await sigmoid(z), await sigmoid(0 - z)];
      const allowed = power * sigmoid.allowed(0 - z) + 2 ** -50 * s;
      expectClose(power * other, s, sigmoid.allowed(z), allowed);
    }),
    law('2 s(2z) - 1 is tanh z', fc.tuple(mild), async (sigmoid, z) => {
      expectClose(2 * (await sigmoid(2 * z)) - 1, Math.tanh(z), 2 * sigmoid.allowed(2 * z), 2 ** -51);
    }),
  ],

  misconceptions,

  rounding: (r, z) => mapTree<Rounded, Rounded>(z, isRounded, (zi) => r.sigmoid(zi)),
};
