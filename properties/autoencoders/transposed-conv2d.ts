import fc from 'fast-check';
import {
  transposedConv2d as reference,
  type TransposedConv2dOptions,
  transposedConv2dGradient,
} from '../../reference/autoencoders/transposed-conv2d.ts';
import {
  additiveInImages,
  channelOf,
  exchangedPairs,
  heightLikeWidth,
  sumOverChannels,
} from '../convolution/shared/image-laws.ts';
import {
  imageSize,
  loweredPair,
  paddedImages,
  tapsOf,
  times,
  windowStarts,
} from '../convolution/shared/padded-images.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid, numbers } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers, numbersOf, total } from '../values/tree.ts';
import type { Images, Kernel } from '../values/value.ts';
import { complete, TRANSPOSED_CONV2D_OPTIONS, transposedConv2dInputs } from './shared/transposed-conv2d-inputs.ts';
import { edges, hardCases, illegal, worked } from './transposed-conv2d.cases.ts';
import { misconceptions } from './transposed-conv2d.misconceptions.ts';

export type TransposedConv2d = (y: Images, kernel: Kernel, options?: TransposedConv2dOptions) => Images;

const inputs = transposedConv2dInputs();

export const transposedConv2d: Entry<TransposedConv2d> = {
  id: 'transposedConv2d',
  lecture: 8,
  title: 'Transposed convolution',
  latex: String.raw`x_{n, \, i s_h + u - p_t, \, j s_w + v - p_l, \, o} \mathrel{+}= \sum_{c=1}^{C} k_{uvoc} \, y_{nijc}`,
  source: ['Dumoulin, Visin (2016), A guide to convolution arithmetic for deep learning, chapter 4', 'Lecture 8'],
  parameters: {
    y: is.images(),
    kernel: is.kernel({ written: 'number[][][][]' }),
    options: TRANSPOSED_CONV2D_OPTIONS,
  },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/transposed-conv2d.ts'),
  gradient: { wrt: ['y', 'kernel'], reference: transposedConv2dGradient },

  inputs,
  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    law(
      'it is the adjoint of conv2d: inner products agree',
      fc.tuple(inputs, numbers(grid, 47)),
      async (f, [y, k, o], drawn) => {
        let next = 0;
        const printed = await f(...given(y, k, o));
        const x = mapNumbers(printed, () => nth(drawn, next++ % drawn.length));
        const ours = products(x, printed);
        const theirs = termsOfCorrelation(x, k, complete(o)).map(
          ({ at, value }) => value * nth(nth(nth(nth(y, at.n), at.i), at.j), at.c),
        );
        const rounding = products(mapNumbers(x, Math.abs), f.allowed(...given(y, k, o)));
        const terms = [...ours, ...theirs];
        const size = total(terms.map(Math.abs));
        expectClose(total(ours), total(theirs), total(rounding) + terms.length * 2 ** -52 * size);
      },
    ),
    law(
      'a pixel of 1 gives the kernel, placed one stride further for each pixel before it',
      fc.tuple(inputs, fc.nat(99)),
      async (f, [y, k, o], place) => {
        const chosen = place % numbersOf(y).length;
        let next = 0;
        const single = mapNumbers(y, () => (next++ === chosen ? 1 : 0));
        const channel = chosen % channelsOf(y);
        const valid: TransposedConv2dOptions = { ...o, padding: 'valid' };
        const x = await f(single, k, valid);
        const [sh, sw] = complete(o).strides;
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
      "'same' is 'valid' with its border cropped, the extra row and column at the bottom and right",
      fc.tuple(inputs),
      async (f, [y, k, o]) => {
        const same: TransposedConv2dOptions = { ...o, padding: 'same' };
        const valid: TransposedConv2dOptions = { ...o, padding: 'valid' };
        const [sh, sw] = complete(o).strides;
        const cut = (x: Images): Images =>
          x.map((rows) => withoutRim(rows, k.length - sh).map((row) => withoutRim(row, nth(k, 0).length - sw)));
        expectClose(await f(y, k, same), cut(await f(y, k, valid)), f.allowed(y, k, same), cut(f.allowed(y, k, valid)));
      },
    ),
    law('strides put zeros between the pixels', fc.tuple(inputs), async (f, [y, k, o]) => {
      const [sh, sw] = complete(o).strides;
      const blank = times(channelsOf(y), () => 0);
      // zeros after the last pixel as well, as far as the result goes beyond the last copy of the kernel
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
    additiveInImages(transposedConv2dInputs(grid)),
    sumOverChannels(inputs, ([y, k, o], c) => given(channelOf(y, c), channelOf(k, c), o)),
    sampleIndependence<TransposedConv2d>(inputs, { name: 'an image does not depend on the others' }),
    heightLikeWidth(
      'height and width are alike: transposing images and kernel transposes the result',
      inputs,
      ([y, k, o]) => given(y.map(transposed), transposed(k), o && exchangedPairs(o)),
    ),
  ],

  misconceptions,

  rounding: (r, y, k, { strides, padding }) => {
    const [sh, sw] = loweredPair(strides);
    const [height, width] = imageSize(y);
    const [kh, kw] = tapsOf(k);
    const rows = gathered(height, kh, sh, padding);
    const columns = gathered(width, kw, sw, padding);
    const filters = nth(nth(k, 0), 0).length;
    return y.map((image) =>
      rows.map((down) =>
        columns.map((across) =>
          times(filters, (o) => {
            const meetings = down.flatMap(({ pixel: i, tap: u }) =>
              across.map(({ pixel: j, tap: v }) => ({
                pixel: nth(nth(image, i), j),
                weights: nth(nth(nth(k, u), v), o),
              })),
            );
            return r.dot(
              meetings.flatMap(({ pixel }) => pixel),
              meetings.flatMap(({ weights }) => weights),
            );
          }),
        ),
      ),
    );
  },
};

function channelsOf(images: Images): number {
  return imageSize(images)[2];
}

function withoutRim<T>(items: readonly T[], tooMany: number): T[] {
  const all = Math.max(tooMany, 0);
  return items.slice(all >> 1, items.length - (all - (all >> 1)));
}

function products(a: Images, b: Images): number[] {
  const other = numbersOf(b);
  return numbersOf(a).map((value, k) => value * nth(other, k));
}

/** The terms k x that conv2d of the large images sums, each with the pixel of the small image that it is part of. */
function termsOfCorrelation(
  x: Images,
  k: Kernel,
  { strides, padding }: Required<TransposedConv2dOptions>,
): { at: { n: number; i: number; j: number; c: number }; value: number }[] {
  const taps = tapsOf(k);
  const padded = paddedImages(x, 0, taps, { strides, dilations: [1, 1], padding });
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

/** For each element of the result along an axis, the pixels whose copy of the kernel covers it, each with the tap. */
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
