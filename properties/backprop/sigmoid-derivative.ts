import fc from 'fast-check';
import {
  sigmoidDerivative as reference,
  sigmoidDerivativeGradient,
} from '../../reference/backprop/sigmoid-derivative.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { mild } from '../inputs/inputs.ts';
import { logits } from '../inputs/logits.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { mapTree } from '../values/tree.ts';
import { farDrive } from './shared/drives.ts';
import { misconceptions } from './sigmoid-derivative.misconceptions.ts';

export type SigmoidDerivative = (z: number) => number;

export const sigmoidDerivative: Entry<SigmoidDerivative> = {
  id: 'sigmoidDerivative',
  lecture: 2,
  title: 'Derivative of the logistic sigmoid',
  latex: String.raw`\sigma'(z) = \sigma(z) \bigl( 1 - \sigma(z) \bigr)`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 3.10', 'Lecture 2'],
  parameters: { z: is.tensor('number') },
  result: is.tensor('number'),

  reference,
  accelerated: () => import('../../accelerated/backprop/sigmoid-derivative.ts'),
  gradient: { wrt: ['z'], reference: sigmoidDerivativeGradient },

  inputs: fc.tuple(mild),
  extreme: fc.tuple(farDrive),
  // Arrays go element by element.
  extended: fc.tuple(logits),

  edges: { zero: [0], one: [1], 'minus one': [-1], ten: [10], 'minus ten': [-10], 'a decimal': [-9.7] },
  extremeEdges: {
    'half of the digits of 1 - s(z) gone': [18],
    'five digits of 1 - s(z) left': [28],
    'where s(z) is 1': [40],
    'the left tail': [-40],
    'far right': [300],
    'where e^z overflows': [1000],
    'where e^-z overflows': [-1000],
    'just before': [705],
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
    { name: 'at 0', origin: 'by hand: 1/2 of 1/2', args: [0], expected: 0.25 },
    { name: 'at ln 3', origin: 'by hand: 3/4 of 1/4', args: [Math.log(3)], expected: 0.1875 },
    { name: 'at -ln 4', origin: 'by hand: 1/5 of 4/5', args: [-Math.log(4)], expected: 0.16 },
  ],

  laws: [
    law('it is even', fc.tuple(mild), async (slope, z) => {
      expectClose(await slope(0 - z), await slope(z), slope.allowed(0 - z), slope.allowed(z));
    }),
    law('it lies between 0 and 1/4', fc.tuple(mild), async (slope, z) => {
      const s = await slope(z);
      expectThat(s > 0 && s <= 0.25 + slope.allowed(z), `got ${s} at ${z}`);
    }),
    law('it falls on either side of 0', fc.tuple(mild, mild), async (slope, a, b) => {
      const [near, far] = Math.abs(a) < Math.abs(b) ? [a, b] : [b, a];
      const allowed = slope.allowed(near) + slope.allowed(far);
      expectThat((await slope(far)) <= (await slope(near)) + allowed, `rises from ${near} to ${far}`);
    }),
    law("4 s'(2z) is 1 - tanh^2 z", fc.tuple(mild), async (slope, z) => {
      // cosh^-2 z, which takes no difference
      const expected = 1 / Math.cosh(z) ** 2;
      expectClose(4 * (await slope(2 * z)), expected, 4 * slope.allowed(2 * z), 2 ** -49 * expected);
    }),
    law('it is what a small step does to the sigmoid', fc.tuple(mild), async (slope, z) => {
      const h = 2 ** -12;
      const rise = 1 / (1 + Math.exp(-(z + h))) - 1 / (1 + Math.exp(-(z - h)));
      // The third derivative of the sigmoid is at most 1/8; its rounding is divided by h.
      expectClose(await slope(z), rise / (2 * h), slope.allowed(z), (h * h) / 48 + 2 ** -51 / h);
    }),
  ],

  misconceptions,

  rounding: (r, z) =>
    mapTree<Rounded, Rounded>(z, isRounded, (zi) => r.multiply(r.sigmoid(zi), r.sigmoid(r.negate(zi)))),
};
