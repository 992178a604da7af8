import fc from 'fast-check';
import { step as reference } from '../../reference/perceptron/step.ts';
import type { Entry } from '../entry/entry.ts';
import { expectThat, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { given, grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { mapTree } from '../values/tree.ts';

import { misconceptions } from './step.misconceptions.ts';

export type Step = (z: number, threshold?: number) => number;
type Arguments = Parameters<Step>;

/** A drive at the threshold, close to it on either side, or anywhere. */
const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(
    fc.oneof(
      { arbitrary: fc.constant(undefined), weight: 1 },
      { arbitrary: grid, weight: 2 },
      { arbitrary: mild, weight: 1 },
    ),
    fc.constantFrom('anywhere', 'anywhere', 'at', 'above', 'below', 'between'),
    mild,
  )
  .map(([threshold, place, drawn]) => {
    const theta = threshold ?? 0;
    const z = {
      anywhere: drawn,
      at: theta,
      above: Math.fround(theta + 1 / 64),
      below: Math.fround(theta - 1 / 64),
      between: theta / 2,
    }[place];
    return given(z, threshold);
  });

export const step: Entry<Step> = {
  id: 'step',
  lecture: 1,
  title: 'Step activation',
  latex: String.raw`s(z) = \begin{cases} 1 & z \ge \theta \\ 0 & z < \theta \end{cases}`,
  source: ['McCulloch, Pitts (1943), A logical calculus of the ideas immanent in nervous activity', 'Lecture 1'],
  parameters: { z: is.tensor('number'), threshold: is.number({ default: 0 }) },
  result: is.tensor('number'),

  reference,
  accelerated: () => import('../../accelerated/perceptron/step.ts'),

  inputs,
  // Arrays, and drives that are not finite.
  extended: fc
    .tuple(
      size(3),
      size(4),
      numbers(fc.oneof({ arbitrary: grid, weight: 5 }, fc.constantFrom(Number.NaN, Infinity, -Infinity)), 12),
      grid,
    )
    .map(([rows, columns, drawn, threshold]) => [take(drawn).matrix(rows, columns), threshold]),

  edges: {
    'less above 0 than the threshold below': [1, -2],
    'less below 0 than the threshold above': [-1, 2],
    zero: [0],
    'a little above 0': [1 / 1024],
    'a little below 0': [-1 / 1024],
    'at a positive threshold': [1.5, 1.5],
    'at a negative threshold': [-0.75, -0.75],
    'a little below the threshold': [1.5 - 1 / 1024, 1.5],
    'between 0 and a positive threshold': [0.5, 2],
    'between a negative threshold and 0': [-0.5, -2],
    'threshold 0 given': [0, 0],
    'a hair below the threshold': [1.5 - 2 ** -40, 1.5],
    'a hair below 0': [-(2 ** -40)],
  },
  illegal: {
    'an empty array': { args: [[]], names: 'z' },
  },
  hardCases: {
    'threshold absent': (_z, threshold) => threshold === undefined,
    'exactly 0, threshold absent': (z, threshold) => z === 0 && threshold === undefined,
    'at a threshold that is not 0': (z, threshold) => z === threshold && z !== 0,
    'between 0 and the threshold': (z, threshold = 0) => Math.min(0, threshold) < z && z < Math.max(0, threshold),
    'above the threshold': (z, threshold = 0) => z > threshold,
    'below the threshold': (z, threshold = 0) => z < threshold,
    'a negative threshold': (_z, threshold = 0) => threshold < 0,
  },

  worked: [
    { name: 'at the default threshold', origin: 'by hand: 0 >= 0', args: [0], expected: 1 },
    { name: 'below the default threshold', origin: 'by hand: -3 < 0', args: [-3], expected: 0 },
    { name: 'below a threshold of 2', origin: 'by hand: 1 < 2', args: [1, 2], expected: 0 },
    { name: 'above a threshold of -2', origin: 'by hand: -1 >= -2', args: [-1, -2], expected: 1 },
    { name: 'NaN stays NaN', origin: 'the catalogue, section 1', args: [Number.NaN], expected: Number.NaN },
  ],

  laws: [
    law('it is 0 or 1 and nothing else', fc.tuple(inputs), async (step, args) => {
      const s = await step(...args);
      expectThat(s === 0 || s === 1, `got ${s}`);
    }),
    law('the threshold itself is enough', fc.tuple(fc.oneof(grid, mild)), async (step, threshold) => {
      const s = await step(threshold, threshold);
      expectThat(s === 1, `got ${s} at the threshold`);
    }),
    law(
      'a little below the threshold is not enough',
      fc.tuple(grid, fc.constantFrom(1, 1 / 16, 1 / 1024)),
      async (step, threshold, gap) => {
        const s = await step(threshold - gap, threshold);
        expectThat(s === 0, `got ${s} at ${gap} below the threshold`);
      },
    ),
    law('without a threshold it is that of 0', fc.tuple(mild), async (step, z) => {
      const [absent, zero] = [await step(z), await step(z, 0)];
      expectThat(absent === zero, `got ${absent} without a threshold, ${zero} with one of 0`);
    }),
    law(
      'drive and threshold may be shifted together',
      fc.tuple(grid, grid, grid),
      async (step, z, threshold, shift) => {
        const [here, there] = [await step(z, threshold), await step(z + shift, threshold + shift)];
        expectThat(here === there, `got ${here}, and ${there} after a shift by ${shift}`);
      },
    ),
    law('it never falls where the drive rises', fc.tuple(mild, mild, grid), async (step, a, b, threshold) => {
      const [low, high] = [await step(Math.min(a, b), threshold), await step(Math.max(a, b), threshold)];
      expectThat(low <= high, `got ${low} at ${Math.min(a, b)} and ${high} at ${Math.max(a, b)}`);
    }),
  ],

  misconceptions,

  rounding: (r, z, threshold) => mapTree<Rounded, Rounded>(z, isRounded, (zi) => rounded(r, zi, threshold)),
};

function rounded(r: Rounding, z: Rounded, threshold: Rounded): Rounded {
  return Number.isNaN(z.value) ? z : r.atLeast(z, threshold);
}
