import fc from 'fast-check';
import {
  globalMaxPool2dGradient,
  globalMaxPool2d as reference,
} from '../../reference/convolution/global-max-pool2d.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, numbers } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import { misconceptions } from './global-max-pool2d.misconceptions.ts';
import {
  type GlobalPooling,
  globalPoolEdges,
  globalPoolHardCases,
  globalPoolInputs,
  globalPoolLaws,
  gridImages,
  mapsOf,
} from './shared/global-pooling.ts';
import { imageSize } from './shared/padded-images.ts';
import { image } from './shared/single-channel.ts';

/** Sixteenths that all differ in size, so that no map has two largest pixels and a small step changes none. */
const distinct = fc.shuffledSubarray(
  Array.from({ length: 145 }, (_, k) => (k + 1) / 16),
  { minLength: 145 },
);

export const globalMaxPool2d: Entry<GlobalPooling> = {
  id: 'globalMaxPool2d',
  lecture: 5,
  title: 'Global max pooling',
  latex: String.raw`y_{nc} = \max_{i, j} x_{nijc}`,
  source: ['Géron (2019), Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow, chapter 14', 'Lecture 5'],
  parameters: { x: is.images() },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/convolution/global-max-pool2d.ts'),
  gradient: {
    wrt: ['x'],
    reference: globalMaxPool2dGradient,
    inputs: globalPoolInputs(distinct),
    kinks: {
      ties: 'each of several largest pixels may be the one that counts; the convention is the first',
      'equal pixels': 'the same',
      zeros: 'the same',
    },
  },

  inputs: globalPoolInputs(),
  edges: globalPoolEdges,
  illegal: {},
  hardCases: globalPoolHardCases,

  worked: [
    {
      name: 'one map of four pixels',
      origin: 'by hand: the largest of 1, 4, 3, 2',
      args: [image([1, 4], [3, 2])],
      expected: [[4]],
    },
    {
      name: 'two channels',
      origin: 'by hand: the larger of 1, 3 and of -2, -5',
      args: [
        [
          [
            [
              [1, -2],
              [3, -5],
            ],
          ],
        ],
      ],
      expected: [[3, -2]],
    },
  ],

  laws: [
    law('the result is a pixel of its map, and none of the map is larger', globalPoolInputs(), async (pool, x) => {
      const y = await pool(x);
      const allowed = pool.allowed(x);
      mapsOf(x).forEach((maps, n) => {
        maps.forEach((map, c) => {
          const [largest, error] = [nth(nth(y, n), c), nth(nth(allowed, n), c)];
          const nearest = Math.min(...map.map((pixel) => Math.abs(pixel - largest)));
          expectThat(nearest <= error, `[${n}][${c}] is ${largest}, none of the pixels ${map.join(', ')}`);
          expectThat(
            map.every((pixel) => pixel <= largest + error),
            `[${n}][${c}] is ${largest}, less than one of ${map.join(', ')}`,
          );
        });
      });
    }),
    law('larger pixels give no smaller result', fc.tuple(gridImages(), numbers(grid, 31)), async (pool, x, drawn) => {
      let next = 0;
      const raised = mapNumbers(x, (pixel) => pixel + Math.abs(nth(drawn, next++ % drawn.length)));
      const [low, high] = [(await pool(x)).flat(), (await pool(raised)).flat()];
      low.forEach((y, k) => {
        expectThat(nth(high, k) >= y, `result ${k} fell from ${y} to ${high[k]}`);
      });
    }),
    law('a pixel above all others is the result of its map', fc.tuple(gridImages(), grid), async (pool, x, more) => {
      const [, , channels] = imageSize(x);
      const top = 8 + more;
      const crowned = x.map((rows) =>
        rows.map((row, i) => (i === rows.length - 1 ? row.with(-1, Array(channels).fill(top)) : row)),
      );
      expectClose(
        await pool(crowned),
        x.map(() => Array<number>(channels).fill(top)),
        pool.allowed(crowned),
      );
    }),
    ...globalPoolLaws,
  ],

  misconceptions,

  rounding: (r, x) => mapsOf(x).map((maps) => maps.map((pixels) => r.max(pixels))),
};
