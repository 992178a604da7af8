import fc from 'fast-check';
import { clipByNormGradient, clipByNorm as reference } from '../../reference/generalization/clip-by-norm.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './clip-by-norm.misconceptions.ts';
import { hugeScale, lengthOf, limits, roundedClip, roundedNorm } from './shared/norms.ts';

export type ClipByNorm = (gradient: Vector, maxNorm: number) => Vector;
type Arguments = Parameters<ClipByNorm>;

/** Vectors that are not all zeros. */
const vectors = fc
  .tuple(size(6), numbers())
  .map(([n, drawn]) => take(drawn).vector(n))
  .map((g) => (g.some((x) => x !== 0) ? g : g.with(0, 1)));
const inputs: fc.Arbitrary<Arguments> = fc.tuple(vectors, limits);
const longer = inputs.map(([g, c]): Arguments => [g, c <= 0.9 * lengthOf(g) ? c : Math.fround(lengthOf(g) / 2)]);
/** Norms that a step of central differences neither brings to the limit nor to 0. */
const smooth = inputs.filter(([g, c]) => {
  const length = lengthOf(g);
  return Math.abs(length - c) > 1 / 16 && (length < c || length > 0.5);
});

export const clipByNorm: Entry<ClipByNorm> = {
  id: 'clipByNorm',
  lecture: 6,
  title: 'Gradient clipping by norm',
  latex: String.raw`y = g \min\left(1, \frac{c}{\lVert g \rVert}\right)`,
  source: [
    'Pascanu, Mikolov, Bengio (2013), On the difficulty of training recurrent neural networks, algorithm 1',
    'Lecture 6',
  ],
  parameters: { gradient: is.vector(), maxNorm: is.number({ above: 0 }) },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/generalization/clip-by-norm.ts'),
  gradient: {
    wrt: ['gradient'],
    reference: clipByNormGradient,
    inputs: smooth,
    kinks: { 'exactly as long': 'at the limit the slope changes, and is taken as that of a shorter gradient' },
  },

  inputs,
  extreme: fc.oneof(
    {
      arbitrary: limits.chain((c) => size(5).map((n): Arguments => [Array.from<number>({ length: n }).fill(0), c])),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(inputs, hugeScale, fc.boolean())
        .map(([[g, c], scale, all]): Arguments => [g.map((x, i) => (all || i === 0 ? x * scale : x)), c]),
      weight: 2,
    },
  ),

  edges: {
    'one entry': [[-4], 1.5],
    'exactly as long': [[3, 0, -4], 5],
    'shorter, although its squares sum to more': [[1, -1, 1], 2],
    'shorter than 1': [[0.5, -0.25], 0.75],
    'each entry below the limit, all together above': [[0.75, -0.75, 0.75], 1],
    'a zero among them': [[0, 2, -1], 1],
  },
  extremeEdges: {
    zeros: [[0, 0, 0], 0.5],
    'entries of 1e170': [[3e170, -4e170], 2],
    'one of 1e170 beside ordinary ones': [[1, 1e170, -2], 3],
  },
  illegal: { 'maxNorm below 0': { args: [[1, 2], -1], names: 'maxNorm' } },
  hardCases: {
    'one entry': (g) => g.length === 1,
    longer: (g, c) => lengthOf(g) > c,
    shorter: (g, c) => lengthOf(g) < c,
    'a zero': (g) => g.includes(0),
    'every entry below the limit, the norm above': (g, c) => lengthOf(g) > c && g.every((x) => Math.abs(x) < c),
    'shorter, and its square is longer': (g, c) => lengthOf(g) < c && lengthOf(g) ** 2 > c,
    'longer, and its square is shorter': (g, c) => lengthOf(g) > c && lengthOf(g) ** 2 < c,
  },

  worked: [
    { name: 'half of a right triangle', origin: 'by hand: times 2.5/5', args: [[3, -4], 2.5], expected: [1.5, -2] },
    { name: 'short enough', origin: 'by hand: the norm is 5', args: [[3, -4], 5.5], expected: [3, -4] },
    {
      name: 'a right triangle of 1e169',
      origin: 'by hand: times 5 / (5 2^562)',
      args: [[3 * 2 ** 562, -4 * 2 ** 562], 5],
      expected: [3, -4],
    },
  ],

  laws: [
    law('the norm of the result is at most the limit', fc.tuple(inputs), async (clip, [g, c]) => {
      const y = await clip(g, c);
      const error = lengthOf(clip.allowed(g, c)) + 2 ** -50 * c;
      expectThat(lengthOf(y) <= c + error, `got a norm of ${lengthOf(y)}, limit ${c}`);
    }),
    law('a longer gradient is brought to the limit', fc.tuple(longer), async (clip, [g, c]) => {
      const allowed = lengthOf(clip.allowed(g, c)) + 2 ** -48 * c;
      expectClose(lengthOf(await clip(g, c)), c, allowed);
    }),
    law('the direction stays', fc.tuple(inputs), async (clip, [g, c]) => {
      const y = await clip(g, c);
      const factor = lengthOf(y) / lengthOf(g);
      const error = lengthOf(clip.allowed(g, c));
      expectClose(
        y,
        g.map((x) => factor * x),
        clip.allowed(g, c),
        2 * error + 2 ** -48 * lengthOf(y),
      );
    }),
    law('a shorter gradient stays', fc.tuple(inputs), async (clip, [g, c]) => {
      const room = Math.fround(2 * lengthOf(g) + c);
      expectClose(await clip(g, room), g, clip.allowed(g, room));
    }),
    law('of a longer one only the direction counts', fc.tuple(longer), async (clip, [g, c]) => {
      const more = g.map((x) => 4 * x);
      expectClose(await clip(more, c), await clip(g, c), clip.allowed(more, c), clip.allowed(g, c));
    }),
    law('the opposite gradient gives the opposite', fc.tuple(inputs), async (clip, [g, c]) => {
      const turned = g.map((x) => -x || 0);
      const y = await clip(g, c);
      expectClose(
        await clip(turned, c),
        y.map((_, i) => -nth(y, i)),
        clip.allowed(turned, c),
        clip.allowed(g, c),
      );
    }),
  ],

  misconceptions,

  rounding: (r, gradient, maxNorm) => roundedClip(r, gradient, roundedNorm(r, gradient), maxNorm),
};
