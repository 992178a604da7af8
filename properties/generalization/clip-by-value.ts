import fc from 'fast-check';
import { clipByValueGradient, clipByValue as reference } from '../../reference/generalization/clip-by-value.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './clip-by-value.misconceptions.ts';

export type ClipByValue = (gradient: Vector, low: number, high: number) => Vector;
type Arguments = Parameters<ClipByValue>;

const vectors = fc.tuple(size(6), numbers()).map(([n, drawn]) => take(drawn).vector(n));
/** Two ends in order: of any signs, opposite numbers, or one number twice. */
const ranges: fc.Arbitrary<[low: number, high: number]> = fc
  .tuple(mild, mild, fc.constantFrom('any', 'any', 'any', 'opposite', 'opposite', 'equal'))
  .map(([a, b, kind]) => {
    if (kind === 'equal') return [a, a];
    const other = kind === 'opposite' ? -a || 0 : b;
    return [Math.min(a, other), Math.max(a, other)];
  });
const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(vectors, ranges, fc.boolean())
  // Entries at an end of the range, too.
  .map(([g, [low, high], atEnd]) => [atEnd && g.length > 1 ? g.with(0, high).with(1, low) : g, low, high]);
const clearOfEnds = inputs.filter(([g, low, high]) =>
  g.every((x) => Math.abs(x - low) > 1 / 16 && Math.abs(x - high) > 1 / 16),
);

export const clipByValue: Entry<ClipByValue> = {
  id: 'clipByValue',
  lecture: 6,
  title: 'Gradient clipping by value',
  latex: String.raw`y_i = \min(\max(g_i, a), b)`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 10.11.1', 'Lecture 6'],
  parameters: { gradient: is.vector(), low: is.number(), high: is.number() },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/generalization/clip-by-value.ts'),
  gradient: {
    wrt: ['gradient'],
    reference: clipByValueGradient,
    inputs: clearOfEnds,
    kinks: { 'at the ends': 'at an end of the range the slope changes from 0 to 1, and is taken as 1' },
  },

  inputs,

  edges: {
    'one entry': [[-4], -1, 3],
    'at the ends': [[-1, 1, -1.5, 1.5], -1, 1],
    'one number twice': [[-3, 0.25, 2], 0.25, 0.25],
    'above 0 alone': [[-2, 0, 0.75, 4], 0.5, 2],
    'below 0 alone': [[-4, -0.75, 0, 2], -2, -0.5],
    'nothing to clip': [[0, -0.5, 0.25], -5, 5],
  },
  illegal: {
    'low above high': { args: [[1, 2], 1, -1], names: 'low' },
  },
  hardCases: {
    'one entry': (g) => g.length === 1,
    'below the range': (g, low) => g.some((x) => x < low),
    'above the range': (g, _low, high) => g.some((x) => x > high),
    'both sides': (g, low, high) => g.some((x) => x < low) && g.some((x) => x > high),
    'within the range': (g, low, high) => g.some((x) => x > low && x < high),
    'at an end': (g, low, high) => g.includes(low) || g.includes(high),
    'nothing to clip': (g, low, high) => g.every((x) => x >= low && x <= high),
    'ends that are not opposite': (_g, low, high) => low !== -high,
    'opposite ends': (_g, low, high) => low === -high && high > 0,
    'both ends above 0': (_g, low) => low > 0,
    'both ends below 0': (_g, _low, high) => high < 0,
    'one number twice': (_g, low, high) => low === high,
  },

  worked: [
    { name: 'both sides', origin: 'by hand', args: [[-3, -0.5, 0, 3], -1, 2], expected: [-1, -0.5, 0, 2] },
    { name: 'a range above 0', origin: 'by hand', args: [[-3, 0.75, 3], 0.5, 2], expected: [0.5, 0.75, 2] },
  ],

  laws: [
    law('every entry is within the range', fc.tuple(inputs), async (clip, [g, low, high]) => {
      const y = await clip(g, low, high);
      const error = Math.max(...clip.allowed(g, low, high));
      expectThat(
        y.every((x) => x >= low - error && x <= high + error),
        `got ${y.join(', ')} for a range of ${low} to ${high}`,
      );
    }),
    law('what is in the range stays', fc.tuple(vectors), async (clip, g) => {
      const [low, high] = [Math.min(...g), Math.max(...g)];
      expectClose(await clip(g, low, high), g, clip.allowed(g, low, high));
    }),
    law('of a range of one number all entries become it', fc.tuple(vectors, mild), async (clip, g, c) => {
      expectClose(
        await clip(g, c, c),
        g.map(() => c),
        clip.allowed(g, c, c),
      );
    }),
    law('the opposite gradient in the opposite range is the opposite', fc.tuple(inputs), async (clip, drawn) => {
      const [g, low, high] = drawn;
      const turned: Arguments = [g.map((x) => -x || 0), -high || 0, -low || 0];
      const y = await clip(g, low, high);
      expectClose(
        await clip(...turned),
        y.map((x) => -x),
        clip.allowed(...turned),
        clip.allowed(g, low, high),
      );
    }),
    law('every entry is clipped by itself', fc.tuple(inputs), async (clip, [g, low, high]) => {
      const y = await clip(g, low, high);
      for (const [i, x] of g.entries()) {
        const allowed = clip.allowed([x], low, high);
        expectClose(await clip([x], low, high), [nth(y, i)], allowed, allowed);
      }
    }),
  ],

  misconceptions,

  // In this order the ends pass the gradient. A range of one number passes none.
  rounding: (r, gradient, low, high) =>
    gradient.map((g) =>
      low.value === high.value ? low : r.negate(r.max([r.negate(r.max([g, low])), r.negate(high)])),
    ),
};
