import fc from 'fast-check';
import { reluDerivative as reference, reluDerivativeGradient } from '../../reference/backprop/relu-derivative.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { given, grid, mild } from '../inputs/inputs.ts';
import { logits } from '../inputs/logits.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { mapTree } from '../values/tree.ts';
import { misconceptions } from './relu-derivative.misconceptions.ts';

export type ReluDerivative = (z: number, atZero?: number) => number;

/** Drives, every fourth of them exactly 0. */
const drive: fc.Arbitrary<number> = fc.oneof({ arbitrary: mild, weight: 3 }, { arbitrary: fc.constant(0), weight: 1 });
const atZero: fc.Arbitrary<number> = fc.oneof(fc.constantFrom(0, 0.5, 1), grid);
const maybe: fc.Arbitrary<number | undefined> = fc.option(atZero, { nil: undefined, freq: 2 });

export const reluDerivative: Entry<ReluDerivative> = {
  id: 'reluDerivative',
  lecture: 2,
  title: 'Derivative of the rectified linear unit',
  latex: String.raw`\mathrm{relu}'(z) = \begin{cases} 1 & z > 0 \\ a & z = 0 \\ 0 & z < 0 \end{cases}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.3', 'Lecture 2'],
  parameters: { z: is.tensor('number'), atZero: is.number({ default: 1 }) },
  result: is.tensor('number'),

  reference,
  accelerated: () => import('../../accelerated/backprop/relu-derivative.ts'),
  gradient: {
    wrt: ['z'],
    reference: reluDerivativeGradient,
    // At the step there is no derivative.
    inputs: fc.tuple(
      mild.filter((z) => Math.abs(z) > 1 / 128),
      atZero,
    ),
    kinks: {
      'zero by default': 'a step from 0 by way of 1 to 1',
      'minus zero by default': 'a step from 0 by way of 1 to 1',
      'zero with 0': 'a step from 0 to 1',
      'zero with 1/2': 'a step from 0 by way of 1/2 to 1',
      'zero with -1/4': 'a step from 0 by way of -1/4 to 1',
      'a tenth at zero': 'a step from 0 by way of 1/10 to 1',
    },
  },

  inputs: fc.tuple(drive, maybe).map(([z, a]) => given(z, a)),
  // Arrays go element by element.
  extended: fc
    .tuple(fc.oneof(logits, fc.constant<number[]>([Number.NaN, 0, -1, 2])), maybe)
    .map(([z, a]) => given(z, a)),

  edges: {
    ten: [10],
    'minus ten': [-10],
    'a thousandth': [1 / 1024],
    'zero by default': [0],
    'minus zero by default': [-0],
    'zero with 0': [0, 0],
    'zero with 1/2': [0, 0.5],
    'zero with -1/4': [0, -0.25],
    'positive with 0': [2.5, 0],
    'negative with 1': [-2.5, 1],
    'negative by default': [-2.5],
    'a little above 0 with 0': [1 / 1024, 0],
    'a little below 0 by default': [-1 / 1024],
    'a tenth at zero': [0, 0.1],
  },
  illegal: {
    empty: { args: [[]], names: 'z' },
  },
  hardCases: {
    'zero by default': (...args) => args[0] === 0 && args.length === 1,
    'zero with 0': (z, a) => z === 0 && a === 0,
    'zero with another value than 0 and 1': (z, a) => z === 0 && a !== undefined && a !== 0 && a !== 1,
    negative: (z) => z < 0,
    'above 1': (z) => z > 1,
    'positive below 1': (z) => z > 0 && z < 1,
  },

  worked: [
    { name: 'positive', origin: 'by hand', args: [2.5], expected: 1 },
    { name: 'negative', origin: 'by hand', args: [-2.5], expected: 0 },
    { name: 'zero by default', origin: 'as in the notes', args: [0], expected: 1 },
    { name: 'zero as libraries have it', origin: 'TensorFlow, PyTorch: 0', args: [0, 0], expected: 0 },
    { name: 'zero with 1/2', origin: 'by hand', args: [0, 0.5], expected: 0.5 },
  ],

  laws: [
    law('the slopes at z and -z sum to 1', fc.tuple(mild.filter((z) => z !== 0)), async (slope, z) => {
      expectClose((await slope(z)) + (await slope(-z)), 1, 0);
    }),
    law('away from 0 it is 0 or 1, whatever the value at 0', fc.tuple(mild, atZero), async (slope, z, a) => {
      const s = await slope(z, a);
      expectThat(z === 0 || s === (z > 0 ? 1 : 0), `got ${s} at ${z}`);
    }),
    law('at 0 it is what was asked for', fc.tuple(atZero), async (slope, a) => {
      expectClose(await slope(0, a), a, slope.allowed(0, a));
    }),
    law('times the drive it is the unit itself', fc.tuple(mild), async (slope, z) => {
      expectClose(z * (await slope(z)), Math.max(0, z), 0);
    }),
    law('the size of the drive does not matter', fc.tuple(mild, atZero), async (slope, z, a) => {
      expectClose(await slope(4 * z, a), await slope(z, a), slope.allowed(z, a), slope.allowed(z, a));
    }),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 2, relu derivative',
      printed: '1 at 0, with z and x mixed',
      holds: 'a convention: 1 in the notes, which is the default here; 0 in libraries',
    },
  ],

  rounding: (r, z, atZero) =>
    mapTree<Rounded, Rounded>(z, isRounded, (zi) => {
      if (Number.isNaN(zi.value)) return zi;
      // 1 - (1 - s+ - s-) (1 - a) and other sums of steps round once or twice.
      return zi.value === 0 ? r.multiply(atZero, r.exact(1)) : r.atLeast(zi, r.exact(0));
    }),
};
