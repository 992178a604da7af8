import fc from 'fast-check';
import {
  transposedConv2d as reference,
  type TransposedConv2dOptions,
  transposedConv2dGradient,
} from '../../reference/autoencoders/transposed-conv2d.ts';
import type { Pair } from '../../reference/convolution/shared/sliding-window.ts';
import { imageSize, paddedImages, times, windowStarts } from '../convolution/shared/padded-images.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid, mild, numbers, options, size, take } from '../inputs/inputs.ts';
import { variedImages } from '../inputs/varied.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers, numbersOf, total, zipNumbers } from '../values/tree.ts';
import type { Images, Kernel, Tree, Vector } from '../values/value.ts';
import { misconceptions } from './transposed-conv2d.misconceptions.ts';

export type TransposedConv2d = (y: Images, kernel: Kernel, options?: TransposedConv2dOptions) => Images;
type Arguments = Parameters<TransposedConv2d>;

const several = fc.integer({ min: 1, max: 3 });
const pair: fc.Arbitrary<Pair> = fc.tuple(several, several);

function drawnArguments(element: fc.Arbitrary<number>): fc.Arbitrary<Arguments> {
  return fc
    .tuple(
      fc.record({ images: size(2), extent: pair, taps: pair, channels: size(2), filters: size(2) }),
      numbers(element, 73),
      options<Required<TransposedConv2dOptions>>({ strides: pair, padding: fc.constantFrom('valid', 'same', 'same') }),
    )
    .map(
      ([
        {
          images,
          extent: [h, w],
          taps: [kh, kw],
          channels,
          filters,
        },
        drawn,
        chosen,
      ]) => {
        const fill = take(drawn);
        const y = fill.rank4(h * w > 4 ? 1 : images, h, w, channels);
        return given(y, fill.rank4(kh, kw, filters, channels), chosen);
      },
    );
}

const inputs = drawnArguments(mild);

export const transposedConv2d: Entry<TransposedConv2d> = {
  id: 'transposedConv2d',
  lecture: 8,
  title: 'Transposed convolution',
  latex: String.raw`x_{n, \, i s_h + u - p_t, \, j s_w + v - p_l, \, o} \mathrel{+}= \sum_{c=1}^{C} k_{uvoc} \, y_{nijc}`,
  source: ['Dumoulin, Visin (2016), A guide to convolution arithmetic for deep learning, chapter 4', 'Lecture 8'],
  parameters: {
    y: is.images(),
    kernel: is.kernel({ written: 'number[][][][]' }),
    options: is.options({
      strides: is.pair(1, { default: [1, 1] }),
      padding: is.choice(['valid', 'same'], { default: 'valid' }),
    }),
  },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/transposed-conv2d.ts'),
  gradient: { wrt: ['y', 'kernel'], reference: transposedConv2dGradient },

  inputs,
  edges: {
    'one pixel, one weight': [[[[[1.5]]]], [[[[-2]]]]],
    'three channels, a kernel of four rows and five columns': [
      variedImages(2, 3, 4, 3),
      variedImages(4, 5, 2, 3, 5),
      { strides: [2, 1] },
    ],
    'one pixel prints the kernel': [image([2]), kernel([1, 2, 3], [4, 5, 6])],
    'prints that overlap': [image([1, -2], [3, 0.5]), kernel([1, 10], [100, 1000])],
    'prints side by side': [image([1, -2, 3]), kernel([1, 10]), { strides: [1, 2] }],
    'prints with gaps': [image([1, -2], [3, 0.5]), kernel([7]), { strides: [2, 3] }],
    "prints with gaps, 'same'": [image([1, -2], [3, 0.5]), kernel([7]), { strides: [2, 3], padding: 'same' }],
    "odd kernel, 'same'": [image([1, 2], [3, 4]), kernel([1, 2, 3], [4, 5, 6], [7, 8, 9]), { padding: 'same' }],
    "even kernel, 'same'": [image([1, 2, 3]), kernel([1, 10], [100, 1000]), { padding: 'same' }],
    "odd kernel, stride 2, 'same'": [
      image([1, 2]),
      kernel([1, 10, 100], [2, 20, 200], [3, 30, 300]),
      { strides: [2, 2], padding: 'same' },
    ],
    "kernel larger than the result, 'same'": [image([2]), kernel([1, 2, 3, 4]), { padding: 'same' }],
    'strides that differ': [image([1, 2], [3, 4]), kernel([1, 10], [100, 1000]), { strides: [1, 3] }],
    'two images, channels in and out': [
      [[[[1, 2]]], [[[-3, 0.5]]]],
      [
        [
          [
            [1, 10],
            [2, 20],
            [-1, 5],
          ],
        ],
      ],
    ],
    'as many channels out as in': [
      [[[[1, 2]]]],
      [
        [
          [
            [1, -3],
            [10, 0.5],
          ],
        ],
      ],
    ],
    'all zeros': [image([0, 0]), kernel([0, 0]), { strides: [2, 2] }],
    decimals: [[[[[0.1], [-0.7]]]], [[[[0.3]], [[1.1]]]]],
    'three images': [[[[[1]]], [[[2]]], [[[-3]]]], [[[[0.5]], [[4]]]]],
  },
  illegal: {
    'channels differ': { args: [[[[[1, 2]]]], [[[[1]]]]], names: 'kernel' },
  },
  hardCases: {
    'only the padding': (_y, _k, o) => Object.keys(o ?? {}).join() === 'padding',
    'only the strides': (_y, _k, o) => Object.keys(o ?? {}).join() === 'strides',
    'more than one image': (y) => y.length > 1,
    'as many channels out as in, above 1': (y, k) => channelsOf(y) > 1 && k[0]?.[0]?.length === channelsOf(y),
    'more channels out than in': (y, k) => (k[0]?.[0]?.length ?? 0) > channelsOf(y),
    'more channels in than out': (y, k) => (k[0]?.[0]?.length ?? 0) < channelsOf(y),
    'kernel not square': (_y, k) => k.length !== k[0]?.length,
    'image not square': (y) => y[0]?.length !== y[0]?.[0]?.length,
    'strides that differ': (_y, _k, o) => o?.strides !== undefined && o.strides[0] !== o.strides[1],
    "an odd row too many under 'same'": (_y, k, o) =>
      o?.padding === 'same' && k.length > rowStride(o) && (k.length - rowStride(o)) % 2 === 1,
    "rows without a print under 'same'": (_y, k, o) => o?.padding === 'same' && k.length < rowStride(o),
    'rows without a print, valid': (_y, k, o) => o?.padding !== 'same' && k.length < rowStride(o),
    'prints that overlap': (y, k, o) => (y[0]?.length ?? 0) > 1 && k.length > rowStride(o),
    'a zero pixel': (y) => y.flat(3).includes(0),
    'equal pixels': (y) => y.flat(3).length > 3 && new Set(y.flat(3)).size === 1,
  },

  worked: [
    {
      name: 'two pixels, a kernel of two',
      origin: 'by hand: 1·(1, 10) and, one further, 2·(1, 10)',
      args: [image([1, 2]), kernel([1, 10])],
      expected: image([1, 12, 20]),
    },
    {
      name: "stride 2 under 'same'",
      origin: 'by hand: 1·(1, 10, 100) and 2·(1, 10, 100) two further, of 5 columns the last is cut off',
      args: [image([1, 2]), kernel([1, 10, 100]), { strides: [1, 2], padding: 'same' }],
      expected: image([1, 10, 102, 20]),
    },
    {
      name: 'two channels in, two out',
      origin: 'by hand: 3·1 + 4·10, 3·2 + 4·20',
      args: [
        [[[[3, 4]]]],
        [
          [
            [
              [1, 10],
              [2, 20],
            ],
          ],
        ],
      ],
      expected: [[[[43, 86]]]],
    },
    {
      name: 'no padding, stride 2',
      origin: 'Dumoulin, Visin (2016), figure 4.5: 2x2 to 5x5 with a 3x3 kernel, here of ones over ones',
      args: [image([1, 1], [1, 1]), kernel([1, 1, 1], [1, 1, 1], [1, 1, 1]), { strides: [2, 2] }],
      expected: image([1, 1, 2, 1, 1], [1, 1, 2, 1, 1], [2, 2, 4, 2, 2], [1, 1, 2, 1, 1], [1, 1, 2, 1, 1]),
    },
  ],

  laws: [
    law(
      'it is the adjoint of conv2d: inner products agree',
      fc.tuple(inputs, numbers(grid, 47)),
      async (f, [y, k, o], drawn) => {
        let next = 0;
        const printed = await f(...given(y, k, o));
        const x = mapNumbers(printed, () => nth(drawn, next++ % drawn.length));
        const ours = products(x, printed);
        const theirs = termsOfCorrelation(x, k, o).map(
          ({ at, value }) => value * nth(nth(nth(nth(y, at.n), at.i), at.j), at.c),
        );
        const rounding = products(mapNumbers(x, Math.abs), f.allowed(...given(y, k, o)));
        const terms = [...ours, ...theirs];
        const size = total(terms.map(Math.abs));
        expectClose(total(ours), total(theirs), total(rounding) + terms.length * 2 ** -52 * size);
      },
    ),
    law(
      'a pixel of 1 prints the kernel, a stride further for each pixel before it',
      fc.tuple(inputs, fc.nat(99)),
      async (f, [y, k, o], place) => {
        const chosen = place % numbersOf(y).length;
        let next = 0;
        const single = mapNumbers(y, () => (next++ === chosen ? 1 : 0));
        const channel = chosen % channelsOf(y);
        const valid: TransposedConv2dOptions = { ...o, padding: 'valid' };
        const x = await f(single, k, valid);
        const [sh, sw] = o?.strides ?? [1, 1];
        const expected = single.map((rows) => {
          const top = sh * rows.findIndex((row) => row.flat().includes(1));
          const left = sw * (rows.find((row) => row.flat().includes(1)) ?? []).findIndex((pixel) => pixel.includes(1));
          const printed = rows.flat(2).includes(1);
          return nth(x, 0).map((row, r) =>
            row.map((_, s) =>
              times(k[0]?.[0]?.length ?? 0, (out) => (printed ? (k[r - top]?.[s - left]?.[out]?.[channel] ?? 0) : 0)),
            ),
          );
        });
        expectClose(x, expected, f.allowed(single, k, valid));
      },
    ),
    law(
      "'same' is 'valid' without its rim, the odd row and column cut off at the bottom and right",
      fc.tuple(inputs),
      async (f, [y, k, o]) => {
        const same: TransposedConv2dOptions = { ...o, padding: 'same' };
        const valid: TransposedConv2dOptions = { ...o, padding: 'valid' };
        const [sh, sw] = o?.strides ?? [1, 1];
        const cut = (x: Images): Images =>
          x.map((rows) => withoutRim(rows, k.length - sh).map((row) => withoutRim(row, nth(k, 0).length - sw)));
        expectClose(await f(y, k, same), cut(await f(y, k, valid)), f.allowed(y, k, same), cut(f.allowed(y, k, valid)));
      },
    ),
    law('strides put zeros between the pixels', fc.tuple(inputs), async (f, [y, k, o]) => {
      const [sh, sw] = o?.strides ?? [1, 1];
      const blank = times(channelsOf(y), () => 0);
      // zeros after the last pixel as well, as far as the result goes beyond the last print
      const spread = (size: number, stride: number, taps: number): number =>
        (size - 1) * stride + 1 + Math.max(stride - taps, 0);
      const sparse = y.map((rows) =>
        times(spread(rows.length, sh, k.length), (r) =>
          times(spread(nth(rows, 0).length, sw, nth(k, 0).length), (s) =>
            r % sh === 0 && s % sw === 0 ? (rows[r / sh]?.[s / sw] ?? blank) : blank,
          ),
        ),
      );
      const strided: TransposedConv2dOptions = { strides: [sh, sw], padding: 'valid' };
      const single: TransposedConv2dOptions = { strides: [1, 1], padding: 'valid' };
      expectClose(
        await f(y, k, strided),
        await f(sparse, k, single),
        f.allowed(y, k, strided),
        f.allowed(sparse, k, single),
      );
    }),
    law(
      'the sum of two images gives the sum of their results',
      fc.tuple(drawnArguments(grid), numbers(grid, 31)),
      async (f, [y, k, o], drawn) => {
        let next = 0;
        const other = mapNumbers(y, () => nth(drawn, next++ % drawn.length));
        const both = zipNumbers(y, other, (a, b) => a + b);
        const sum = zipNumbers(await f(...given(y, k, o)), await f(...given(other, k, o)), (a, b) => a + b);
        const each = [f.allowed(...given(y, k, o)), f.allowed(...given(other, k, o))];
        expectClose(await f(...given(both, k, o)), sum, f.allowed(...given(both, k, o)), ...each, ...each);
      },
    ),
    law('the result is the sum over the channels in, each alone', fc.tuple(inputs), async (f, [y, k, o]) => {
      let sum: Tree<number> = 0;
      let allowed: Tree<number> = f.allowed(...given(y, k, o));
      for (const c of times(channelsOf(y), (c) => c)) {
        const alone = given(
          y.map((rows) => rows.map((row) => row.map((pixel) => [nth(pixel, c)]))),
          k.map((row) => row.map((weights) => weights.map((into) => [nth(into, c)]))),
          o,
        );
        const x = await f(...alone);
        sum = c === 0 ? x : zipNumbers(sum, x, (a, b) => a + b);
        allowed = zipNumbers(allowed, f.allowed(...alone), (a, b) => a + 2 * b);
      }
      expectClose(await f(...given(y, k, o)), sum as Images, allowed);
    }),
    sampleIndependence<TransposedConv2d>(inputs, { name: 'an image does not depend on the others' }),
    law(
      'height and width are alike: transposing images and kernel transposes the result',
      fc.tuple(inputs),
      async (f, [y, k, o]) => {
        const turnedOptions: TransposedConv2dOptions | undefined = o?.strides
          ? { ...o, strides: [o.strides[1], o.strides[0]] }
          : o;
        const turned = given(y.map(transposed), transposed(k), turnedOptions);
        expectClose(
          await f(...turned),
          (await f(...given(y, k, o))).map(transposed),
          f.allowed(...turned),
          f.allowed(...given(y, k, o)).map(transposed),
        );
      },
    ),
  ],

  misconceptions,

  rounding: (r, y, k, o) => {
    const strides: Pair = o?.strides ? [o.strides[0].value, o.strides[1].value] : [1, 1];
    const rows = gathered(imageSize(y)[0], k.length, strides[0], o?.padding);
    const columns = gathered(imageSize(y)[1], nth(k, 0).length, strides[1], o?.padding);
    return y.map((image) =>
      rows.map((down) =>
        columns.map((across) =>
          times(k[0]?.[0]?.length ?? 0, (out) => {
            const meetings = down.flatMap(({ pixel: i, tap: u }) =>
              across.map(({ pixel: j, tap: v }) => ({ pixel: image[i]?.[j], weights: k[u]?.[v]?.[out] })),
            );
            return r.dot(
              meetings.flatMap(({ pixel }) => pixel as Rounded[]),
              meetings.flatMap(({ weights }) => weights as Rounded[]),
            );
          }),
        ),
      ),
    );
  },
};

/** One image of one channel. */
function image(...rows: Vector[]): Images {
  return [rows.map((row) => row.map((pixel) => [pixel]))];
}

/** A kernel of one channel out and one in. */
function kernel(...rows: Vector[]): Kernel {
  return rows.map((row) => row.map((weight) => [[weight]]));
}

function channelsOf(images: Images): number {
  return imageSize(images)[2];
}

function rowStride(options: TransposedConv2dOptions | undefined): number {
  return options?.strides?.[0] ?? 1;
}

function withoutRim<T>(items: readonly T[], tooMany: number): T[] {
  const all = Math.max(tooMany, 0);
  return items.slice(all >> 1, items.length - (all - (all >> 1)));
}

function products(a: Images, b: Images): number[] {
  const other = numbersOf(b);
  return numbersOf(a).map((value, k) => value * nth(other, k));
}

/** The terms k x of which conv2d of the large images adds up its small ones, each with the small pixel it goes to. */
function termsOfCorrelation(
  x: Images,
  k: Kernel,
  { strides = [1, 1], padding = 'valid' }: TransposedConv2dOptions = {},
): { at: { n: number; i: number; j: number; c: number }; value: number }[] {
  const taps: Pair = [k.length, nth(k, 0).length];
  const padded = paddedImages(x, 0, taps, { strides, padding });
  const [height, width] = imageSize(padded);
  const tops = windowStarts(height, taps[0], strides[0], 1);
  const lefts = windowStarts(width, taps[1], strides[1], 1);
  return padded.flatMap((rows, n) =>
    tops.flatMap((top, i) =>
      lefts.flatMap((left, j) =>
        k.flatMap((row, u) =>
          row.flatMap((weights, v) =>
            weights.flatMap((into, o) =>
              into.map((weight, c) => ({
                at: { n, i, j, c },
                value: weight * nth(nth(nth(rows, top + u), left + v), o),
              })),
            ),
          ),
        ),
      ),
    ),
  );
}

/** For each element of the result along an axis, the pixels whose print covers it, each with the tap that does. */
function gathered(
  size: number,
  taps: number,
  stride: number,
  padding: TransposedConv2dOptions['padding'],
): { pixel: number; tap: number }[][] {
  const all = times((size - 1) * stride + Math.max(taps, stride), (at) =>
    times(size, (pixel) => ({ pixel, tap: at - pixel * stride })).filter(({ tap }) => tap >= 0 && tap < taps),
  );
  return padding === 'same' ? withoutRim(all, taps - stride) : all;
}
