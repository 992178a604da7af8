import fc from 'fast-check';
import { averagePool2dGradient, averagePool2d as reference } from '../../reference/convolution/average-pool2d.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, numbersOf, zipNumbers } from '../values/tree.ts';
import { misconceptions } from './average-pool2d.misconceptions.ts';
import {
  complete,
  POOL_OPTIONS,
  type Pooling,
  poolEdges,
  poolHardCases,
  poolIllegal,
  poolInputs,
  smallImages,
} from './shared/pool-inputs.ts';
import { loweredPoolOptions, poolLaws } from './shared/pool-laws.ts';
import { pooledWindows } from './shared/pooled-windows.ts';
import { image } from './shared/single-channel.ts';

const inputs = poolInputs();

export const averagePool2d: Entry<Pooling> = {
  id: 'averagePool2d',
  lecture: 5,
  title: 'Average pooling',
  latex: String.raw`y_{nijc} = \frac{1}{|W_{ij}|} \sum_{(r, s) \in W_{ij}} x_{nrsc}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.3', 'Lecture 5'],
  parameters: { x: is.images(), options: POOL_OPTIONS },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/average-pool2d.ts'),
  gradient: { wrt: ['x'], reference: averagePool2dGradient },

  inputs,
  extended: smallImages,
  edges: poolEdges,
  illegal: poolIllegal,
  hardCases: poolHardCases,

  worked: [
    {
      name: 'one window of four pixels',
      origin: 'by hand: (1 + 4 + 3 + 2) / 4',
      args: [image([1, 4], [3, 2])],
      expected: image([2.5]),
    },
    {
      name: 'a window of one row averages the pixels of a row',
      origin: 'by hand: (1 + 2) / 2, (2 + 3) / 2 and (6 + 5) / 2, (5 + 4) / 2',
      args: [image([1, 2, 3], [6, 5, 4]), { window: [1, 2], strides: [1, 1] }],
      expected: image([1.5, 2.5], [5.5, 4.5]),
    },
    {
      name: "a window with padding under 'same'",
      origin: 'by hand: 3 columns make windows (1, 2) and (3), whose average is 3',
      args: [image([1, 2, 3]), { window: [1, 2], padding: 'same' }],
      expected: image([1.5, 3]),
    },
  ],

  laws: [
    law(
      'no average is above the largest or below the smallest pixel of its window',
      fc.tuple(inputs),
      async (pool, [x, o]) => {
        const windows = pooledWindows<number | null>(x, null, complete(o)).flat(3);
        const y = numbersOf(await pool(...given(x, o)));
        const allowed = numbersOf(pool.allowed(...given(x, o)));
        expectThat(y.length === windows.length, `got ${y.length} results of ${windows.length} windows`);
        windows.forEach((window, k) => {
          const pixels = window.filter((pixel) => pixel !== null);
          const [least, most] = [Math.min(...pixels), Math.max(...pixels)];
          const [average, error] = [nth(y, k), nth(allowed, k)];
          expectThat(
            average >= least - error && average <= most + error,
            `${average} is not within ${least} and ${most}`,
          );
        });
      },
    ),
    law(
      'a pixel of 1 among zeros adds its share to each window that holds it',
      fc.tuple(inputs, fc.nat(99)),
      async (pool, [x, o], place) => {
        const chosen = place % numbersOf(x).length;
        let next = 0;
        const single = mapNumbers(x, () => (next++ === chosen ? 1 : 0));
        const shares = pooledWindows<number | null>(single, null, complete(o)).map((rows) =>
          rows.map((row) =>
            row.map((channels) =>
              channels.map((window) => (window.includes(1) ? 1 / window.filter((pixel) => pixel !== null).length : 0)),
            ),
          ),
        );
        const allowed = pool.allowed(...given(single, o));
        expectClose(await pool(...given(single, o)), shares, allowed, allowed);
      },
    ),
    law('twice the pixels give twice the averages', fc.tuple(inputs), async (pool, [x, o]) => {
      const doubled = mapNumbers(x, (pixel) => 2 * pixel);
      const expected = mapNumbers(await pool(...given(x, o)), (y) => 2 * y);
      const once = pool.allowed(...given(x, o));
      expectClose(await pool(...given(doubled, o)), expected, pool.allowed(...given(doubled, o)), once, once);
    }),
    law('the average of negated pixels is the negated average', fc.tuple(inputs), async (pool, [x, o]) => {
      const mirrored = mapNumbers(x, (pixel) => -pixel);
      const [plus, minus] = [await pool(...given(x, o)), await pool(...given(mirrored, o))];
      const sum = zipNumbers(plus, minus, (a, b) => a + b);
      expectClose(
        sum,
        mapNumbers(sum, () => 0),
        pool.allowed(...given(x, o)),
        pool.allowed(...given(mirrored, o)),
      );
    }),
    ...poolLaws,
  ],

  misconceptions,

  rounding: (r, x, o) =>
    pooledWindows<Rounded | null>(x, null, loweredPoolOptions(o)).map((rows) =>
      rows.map((row) =>
        row.map((channels) =>
          channels.map((window) => {
            const pixels = window.filter((pixel) => pixel !== null);
            if (pixels.length === window.length) return r.mean(pixels);
            // An implementation may also average pixels and zeros, and scale that up to the average of the pixels.
            const withZeros = r.divide(r.sum(pixels), r.exact(window.length));
            return r.multiply(withZeros, r.divide(r.exact(window.length), r.exact(pixels.length)));
          }),
        ),
      ),
    ),
};
