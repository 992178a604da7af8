import fc from 'fast-check';
import { maxPool2dGradient, maxPool2d as reference } from '../../reference/convolution/max-pool2d.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, numbersOf } from '../values/tree.ts';
import { misconceptions } from './max-pool2d.misconceptions.ts';
import {
  complete,
  POOL_OPTIONS,
  type Pooling,
  poolEdges,
  poolHardCases,
  poolIllegal,
  poolInputs,
  poolInputsOf,
  smallImages,
} from './shared/pool-inputs.ts';
import { loweredPoolOptions, poolLaws } from './shared/pool-laws.ts';
import { pooledWindows } from './shared/pooled-windows.ts';
import { image } from './shared/single-channel.ts';

const inputs = poolInputs();

/** Eighths that all differ, so that no window has two largest pixels and a small step changes none. */
const distinct = fc.shuffledSubarray(
  Array.from({ length: 97 }, (_, k) => (k - 48) / 8),
  { minLength: 97 },
);

export const maxPool2d: Entry<Pooling> = {
  id: 'maxPool2d',
  lecture: 5,
  title: 'Max pooling',
  latex: String.raw`y_{nijc} = \max_{(r, s) \in W_{ij}} x_{nrsc}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.3', 'Lecture 5'],
  parameters: { x: is.images(), options: POOL_OPTIONS },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/max-pool2d.ts'),
  gradient: {
    wrt: ['x'],
    reference: maxPool2dGradient,
    inputs: poolInputsOf(distinct),
    kinks: { ties: 'each of several largest pixels may be the one that counts; the convention is the first' },
  },

  inputs,
  extended: smallImages,
  edges: poolEdges,
  illegal: poolIllegal,
  hardCases: {
    ...poolHardCases,
    'two largest pixels in a window': (x, o) =>
      pooledWindows(x, null, complete(o))
        .flat(3)
        .some((window) => {
          const pixels = window.filter((pixel) => pixel !== null);
          return pixels.filter((pixel) => pixel === Math.max(...pixels)).length > 1;
        }),
  },

  worked: [
    {
      name: 'one window of four pixels',
      origin: 'by hand: the largest of 1, 4, 3, 2',
      args: [image([1, 4], [3, 2])],
      expected: image([4]),
    },
    {
      name: 'a window of one row compares the pixels of a row',
      origin: 'by hand: windows (1, 2), (2, 3) and (6, 5), (5, 4)',
      args: [image([1, 2, 3], [6, 5, 4]), { window: [1, 2], strides: [1, 1] }],
      expected: image([2, 3], [6, 5]),
    },
    {
      name: "negative pixels under 'same'",
      origin: 'by hand: 3 columns make windows (-1, -2) and (-3), without the padding',
      args: [image([-1, -2, -3]), { window: [1, 2], padding: 'same' }],
      expected: image([-1, -3]),
    },
  ],

  laws: [
    law(
      'every result is a pixel of its window, and none of the window is larger',
      fc.tuple(inputs),
      async (pool, [x, o]) => {
        const windows = pooledWindows(x, -Infinity, complete(o));
        const largest = windows.map((rows) =>
          rows.map((row) => row.map((channels) => channels.map((w) => Math.max(...w)))),
        );
        expectClose(await pool(...given(x, o)), largest, pool.allowed(...given(x, o)));
      },
    ),
    law(
      'minus the largest of the negated pixels is never above the largest',
      fc.tuple(inputs),
      async (pool, [x, o]) => {
        const [largest, smallest] = [
          await pool(...given(x, o)),
          await pool(
            ...given(
              mapNumbers(x, (p) => -p),
              o,
            ),
          ),
        ];
        const others = numbersOf(smallest);
        expectThat(
          numbersOf(largest).every((y, k) => y >= -nth(others, k)),
          `largest ${JSON.stringify(largest)}, negated smallest ${JSON.stringify(smallest)}`,
        );
      },
    ),
    ...poolLaws,
  ],

  misconceptions,

  rounding: (r, x, o) =>
    pooledWindows<Rounded | null>(x, null, loweredPoolOptions(o)).map((rows) =>
      rows.map((row) =>
        row.map((channels) => channels.map((window) => r.max(window.filter((pixel) => pixel !== null)))),
      ),
    ),
};
