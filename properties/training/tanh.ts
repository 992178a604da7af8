import fc from 'fast-check';
import { tanh as reference, tanhGradient } from '../../reference/training/tanh.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { mild, unit } from '../inputs/inputs.ts';
import { logits } from '../inputs/logits.ts';
import { nonDecreasing } from '../laws/non-decreasing.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { mapTree } from '../values/tree.ts';
import { misconceptions, ROUNDS_ALIKE } from './tanh.misconceptions.ts';

export type Tanh = (z: number) => number;

/** Sizes that saturate, to the end of the range, and sizes below 1e-8, of both signs. */
const extreme: fc.Arbitrary<number> = fc
  .tuple(fc.oneof(fc.integer({ min: 4, max: 127 }), fc.integer({ min: -126, max: -28 })), unit, fc.boolean())
  .map(
    ([exponent, fraction, negative]) => (negative ? -1 : 1) * Math.fround(2 ** exponent * (1 + Math.abs(fraction) / 2)),
  );

export const tanh: Entry<Tanh> = {
  id: 'tanh',
  lecture: 4,
  title: 'Hyperbolic tangent',
  latex: String.raw`\tanh z = \frac{e^z - e^{-z}}{e^z + e^{-z}}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.3.2', 'Lecture 4'],
  parameters: { z: is.tensor('number') },
  result: is.tensor('number'),

  reference,
  accelerated: () => import('../../accelerated/training/tanh.ts'),
  gradient: { wrt: ['z'], reference: tanhGradient },

  inputs: fc.tuple(mild),
  extreme: fc.tuple(
    fc.oneof({ arbitrary: extreme, weight: 9 }, { arbitrary: fc.constantFrom(1e308, -1e308), weight: 1 }),
  ),
  // Arrays go element by element.
  extended: fc.tuple(logits),

  edges: {
    zero: [0],
    'one thousandth': [0.0009765625],
    'minus one': [-1],
    ten: [10],
    'a decimal': [0.3],
  },
  extremeEdges: {
    'where e^z overflows': [1000],
    'where e^-z overflows': [-1000],
    'the end of the range': [1e308],
    'the other end': [-1e308],
    'digits lost beside 1': [ROUNDS_ALIKE],
    'a billionth': [Math.fround(1e-9)],
    'minus 1e-30': [Math.fround(-1e-30)],
    '1e-300': [1e-300],
  },
  illegal: {
    empty: { args: [[]], names: 'z' },
  },
  hardCases: {
    zero: (z) => z === 0,
    negative: (z) => z < 0,
    'below 1/64': (z) => z !== 0 && Math.abs(z) < 1 / 64,
    'around 1': (z) => Math.abs(z) > 0.5 && Math.abs(z) < 2,
    'above 4': (z) => Math.abs(z) > 4,
  },

  worked: [
    { name: 'at ln 2', origin: 'by hand: (2 - 1/2) / (2 + 1/2)', args: [Math.LN2], expected: 0.6 },
    { name: 'at -ln 3', origin: 'by hand: (1/3 - 3) / (1/3 + 3)', args: [-Math.log(3)], expected: -0.8 },
    { name: 'at 0', origin: 'by hand: 0 / 2', args: [0], expected: 0 },
  ],

  laws: [
    law('it is odd', fc.tuple(mild), async (tanh, z) => {
      expectClose(await tanh(-z), -(await tanh(z)), tanh.allowed(-z), tanh.allowed(z));
    }),
    law('it lies between 0 and z, and between -1 and 1', fc.tuple(mild), async (tanh, z) => {
      const t = await tanh(z);
      expectThat(t * Math.sign(z) >= 0, `got ${t} at ${z}`);
      expectThat(Math.abs(t) <= Math.min(1, Math.abs(z)) + tanh.allowed(z), `got ${t} at ${z}`);
    }),
    nonDecreasing,
    law('tanh 2z = 2 tanh z / (1 + tanh^2 z)', fc.tuple(mild), async (tanh, z) => {
      const t = await tanh(z);
      // The right side moves by at most twice the error of t, and is rounded in 4 operations.
      const allowed = 2 * tanh.allowed(z) + 2 ** -50 * Math.abs(t);
      expectClose(await tanh(2 * z), (2 * t) / (1 + t * t), tanh.allowed(2 * z), allowed);
    }),
    law('e^2z = (1 + tanh z) / (1 - tanh z)', fc.tuple(unit), async (tanh, z) => {
      const t = await tanh(z);
      const power = Math.exp(2 * z);
      expectClose(power * (1 - t), 1 + t, (1 + power) * tanh.allowed(z), 2 ** -48);
    }),
  ],

  misconceptions,

  rounding: (r, z) => mapTree<Rounded, Rounded>(z, isRounded, (zi) => r.tanh(zi)),
};
