import fc from 'fast-check';
import {
  clipByGlobalNormGradient,
  clipByGlobalNorm as reference,
} from '../../reference/generalization/clip-by-global-norm.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './clip-by-global-norm.misconceptions.ts';
import { hugeScale, lengthOf, limits, roundedClip, roundedNorm } from './shared/norms.ts';

export type ClipByGlobalNorm = (gradients: Vector[], maxNorm: number) => Vector[];
type Arguments = Parameters<ClipByGlobalNorm>;

/** Vectors of their own lengths, none of them all zeros. */
const lists = fc
  .tuple(fc.array(size(4), { minLength: 1, maxLength: 4 }), numbers(undefined, 16))
  .map(([lengths, drawn]) => {
    const fill = take(drawn);
    return lengths.map((n) => fill.vector(n)).map((g) => (g.some((x) => x !== 0) ? g : g.with(0, 1)));
  });
const inputs: fc.Arbitrary<Arguments> = fc.tuple(lists, limits);
const longer = inputs.map(([gs, c]): Arguments => {
  const length = lengthOf(gs.flat());
  return [gs, c <= 0.9 * length ? c : Math.fround(length / 2)];
});
/** Norms that a step of central differences neither brings to the limit nor to 0. */
const smooth = inputs.filter(([gs, c]) => {
  const length = lengthOf(gs.flat());
  return Math.abs(length - c) > 1 / 16 && (length < c || length > 0.5);
});
const zeros = fc
  .tuple(lists, limits, fc.boolean())
  .map(([gs, c, all]): Arguments => [gs.map((g, l) => (all || l === 0 ? g.map(() => 0) : g)), c]);
const huge = fc
  .tuple(inputs, hugeScale, fc.boolean())
  .map(
    ([[gs, c], scale, all]): Arguments => [gs.map((g, l) => g.map((x, i) => (all || l + i === 0 ? x * scale : x))), c],
  );

export const clipByGlobalNorm: Entry<ClipByGlobalNorm> = {
  id: 'clipByGlobalNorm',
  lecture: 6,
  title: 'Gradient clipping by global norm',
  latex: String.raw`y^{(l)} = g^{(l)} \min\left(1, \frac{c}{N}\right), \quad N = \sqrt{\sum_l \lVert g^{(l)} \rVert^2}`,
  source: [
    'Pascanu, Mikolov, Bengio (2013), On the difficulty of training recurrent neural networks, algorithm 1',
    'Lecture 6',
  ],
  parameters: { gradients: is.list(is.vector()), maxNorm: is.number({ above: 0 }) },
  result: is.list(is.vector()),

  reference,
  accelerated: () => import('../../accelerated/generalization/clip-by-global-norm.ts'),
  gradient: {
    wrt: ['gradients'],
    reference: clipByGlobalNormGradient,
    inputs: smooth,
    kinks: { 'exactly as long': 'at the limit the slope changes, and is taken as that of shorter gradients' },
  },

  inputs,
  extreme: fc.oneof({ arbitrary: zeros, weight: 1 }, { arbitrary: huge, weight: 2 }),

  edges: {
    'one entry': [[[-4]], 1.5],
    'exactly as long': [[[3], [0, -4]], 5],
    'each shorter, together longer': [[[1, 0], [0, 1], [1]], 1.5],
    'norms summed longer, norm shorter': [[[3], [-4]], 6],
    'one long, one short': [
      [
        [0.25, -0.5],
        [6, 8],
      ],
      2,
    ],
  },
  extremeEdges: {
    zeros: [[[0, 0], [0]], 0.5],
    'zeros beside a long one': [
      [
        [0, 0],
        [3, -4],
      ],
      2,
    ],
    'entries of 1e170': [[[3e170], [-4e170, 0]], 2],
    'one of 1e170 beside ordinary ones': [[[1, -2], [1e170]], 3],
  },
  illegal: { 'maxNorm below 0': { args: [[[1, 2]], -1], names: 'maxNorm' } },
  hardCases: {
    'one vector': (gs) => gs.length === 1,
    'several vectors': (gs) => gs.length > 1,
    'vectors of different lengths': (gs) => new Set(gs.map((g) => g.length)).size > 1,
    longer: (gs, c) => lengthOf(gs.flat()) > c,
    shorter: (gs, c) => lengthOf(gs.flat()) < c,
    'each shorter, together longer': (gs, c) => lengthOf(gs.flat()) > c && gs.every((g) => lengthOf(g) < c),
    'one longer, one shorter': (gs, c) => gs.some((g) => lengthOf(g) > c) && gs.some((g) => lengthOf(g) < c),
    'norms summed longer, norm shorter': (gs, c) =>
      lengthOf(gs.flat()) < c && gs.reduce((sum, g) => sum + lengthOf(g), 0) > c,
  },

  worked: [
    {
      name: 'half of a right triangle',
      origin: 'by hand: times 2.5/5',
      args: [[[3], [0, -4]], 2.5],
      expected: [[1.5], [0, -2]],
    },
    { name: 'short enough', origin: 'by hand: the norm is 5', args: [[[3], [-4]], 5.5], expected: [[3], [-4]] },
    {
      name: 'a right triangle of 1e169',
      origin: 'by hand: times 5 / (5 2^562)',
      args: [[[3 * 2 ** 562], [-4 * 2 ** 562]], 5],
      expected: [[3], [-4]],
    },
  ],

  laws: [
    law('the norm of all together is at most the limit', fc.tuple(inputs), async (clip, [gs, c]) => {
      const length = lengthOf((await clip(gs, c)).flat());
      const error = lengthOf(clip.allowed(gs, c).flat()) + 2 ** -50 * c;
      expectThat(length <= c + error, `got a norm of ${length}, limit ${c}`);
    }),
    law('longer gradients are brought to the limit', fc.tuple(longer), async (clip, [gs, c]) => {
      const allowed = lengthOf(clip.allowed(gs, c).flat()) + 2 ** -48 * c;
      expectClose(lengthOf((await clip(gs, c)).flat()), c, allowed);
    }),
    law('the direction of all together stays', fc.tuple(inputs), async (clip, [gs, c]) => {
      const y = await clip(gs, c);
      const length = lengthOf(y.flat());
      const factor = length / lengthOf(gs.flat());
      const error = lengthOf(clip.allowed(gs, c).flat());
      expectClose(
        y,
        gs.map((g) => g.map((x) => factor * x)),
        clip.allowed(gs, c),
        2 * error + 2 ** -48 * length,
      );
    }),
    law('shorter gradients stay', fc.tuple(inputs), async (clip, [gs, c]) => {
      const room = Math.fround(2 * lengthOf(gs.flat()) + c);
      expectClose(await clip(gs, room), gs, clip.allowed(gs, room));
    }),
    law('how the entries are spread over vectors does not matter', fc.tuple(inputs), async (clip, [gs, c]) => {
      const one = [gs.flat()];
      expectClose(
        (await clip(one, c)).flat(),
        (await clip(gs, c)).flat(),
        clip.allowed(one, c).flat(),
        clip.allowed(gs, c).flat(),
      );
    }),
    law('the order of the vectors does not matter', fc.tuple(inputs), async (clip, [gs, c]) => {
      const turned = gs.toReversed();
      expectClose(
        await clip(turned, c),
        (await clip(gs, c)).toReversed(),
        clip.allowed(turned, c),
        clip.allowed(gs, c).toReversed(),
      );
    }),
  ],

  misconceptions,

  rounding: (r, gradients, maxNorm) => {
    const norm = roundedNorm(r, gradients.flat());
    return gradients.map((g) => roundedClip(r, g, norm, maxNorm));
  },
};
