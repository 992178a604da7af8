import fc from 'fast-check';
import { type Conv2dOptions, conv2dGradient, conv2d as reference } from '../../reference/convolution/conv2d.ts';
import type { Pair } from '../../reference/convolution/shared/sliding-window.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid, mild, numbers, options, size, take } from '../inputs/inputs.ts';
import { variedImages, variedMatrix } from '../inputs/varied.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Lifted, Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers, zipNumbers } from '../values/tree.ts';
import type { Images, Kernel, Tree, Vector } from '../values/value.ts';
import { misconceptions } from './conv2d.misconceptions.ts';
import { imageSize, paddedImages, times, windowStarts } from './shared/padded-images.ts';

export type Conv2d = (x: Images, kernel: Kernel, bias: Vector, options?: Conv2dOptions) => Images;
type Arguments = Parameters<Conv2d>;

const pair = (most: number): fc.Arbitrary<Pair> => fc.tuple(size(most), size(most));
const several = fc.integer({ min: 1, max: 3 });

interface Shape {
  taps: Pair;
  channels: number;
  filters: number;
  images: number;
  /** rows and columns beyond the kernel, where nothing is padded */
  spare: Pair;
  /** height and width under 'same' */
  extent: Pair;
}

/** Small enough for a grader. */
const shapes: fc.Arbitrary<Shape> = fc.record({
  taps: fc.tuple(several, several),
  channels: size(3),
  filters: size(2),
  images: size(2),
  spare: fc.tuple(fc.nat(3), fc.nat(3)),
  extent: pair(6),
});
const words = fc.constantFrom('valid' as const, 'same' as const, 'same' as const);
const rim = fc.nat(2);
const explicit = fc.record({ top: rim, bottom: rim, left: rim, right: rim });

function argumentsOf(
  { taps: [kh, kw], channels, filters, images, spare, extent }: Shape,
  drawn: readonly number[],
  chosen: Conv2dOptions | undefined,
): Arguments {
  const [dh, dw] = chosen?.dilations ?? [1, 1];
  const free = chosen?.padding === 'same';
  const height = free ? extent[0] : (kh - 1) * dh + 1 + spare[0];
  const width = free ? extent[1] : (kw - 1) * dw + 1 + spare[1];
  const batch = height * width * channels * images > 80 ? 1 : images;
  const fill = take(drawn);
  const x = fill.rank4(batch, height, width, height * width * channels > 80 ? 1 : channels);
  const kernel = fill.rank4(kh, kw, x[0]?.[0]?.[0]?.length ?? 1, filters);
  return given(x, kernel, fill.vector(filters), chosen);
}

/** Taps 3 apart only where the kernel is small, and one of strides and dilations all 1, as the contract says. */
function asTheContractSays([kh, kw]: Pair, drawn: Conv2dOptions | undefined, strided: boolean): typeof drawn {
  if (!drawn?.dilations) return drawn;
  const near = (taps: number, dilation: number): number => (taps === 3 ? Math.min(dilation, 2) : dilation);
  const dilations: Pair = [near(kh, drawn.dilations[0]), near(kw, drawn.dilations[1])];
  if (!drawn.strides || Math.max(...drawn.strides) === 1 || Math.max(...dilations) === 1)
    return { ...drawn, dilations };
  return strided ? { ...drawn, dilations: [1, 1] } : { ...drawn, strides: [1, 1], dilations };
}

/** Any options, and often 'same' with strides, whose zeros are easily miscounted. */
const choices: fc.Arbitrary<Conv2dOptions | undefined> = fc.oneof(
  {
    arbitrary: options<Required<Conv2dOptions>>({ strides: pair(3), dilations: pair(3), padding: words }),
    weight: 3,
  },
  { arbitrary: fc.record({ strides: fc.tuple(several, several), padding: fc.constant('same' as const) }), weight: 1 },
);

const drawnArguments = (element: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc
    .tuple(shapes, numbers(element, 89), choices, fc.boolean())
    .map(([shape, drawn, chosen, strided]) =>
      argumentsOf(shape, drawn, asTheContractSays(shape.taps, chosen, strided)),
    );

const inputs = drawnArguments(mild);

export const conv2d: Entry<Conv2d> = {
  id: 'conv2d',
  lecture: 5,
  title: 'Conv2D layer',
  latex: String.raw`y_{nijo} = b_o + \sum_{u,v,c} k_{uvco} \, x_{n, \, i s_h + u d_h - p_t, \, j s_w + v d_w - p_l, \, c}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, sections 9.1 and 9.5', 'Lecture 5'],
  parameters: {
    x: is.images(),
    kernel: is.kernel(),
    bias: is.vector(),
    options: is.options({
      strides: is.pair(1, { default: [1, 1] }),
      dilations: is.pair(1, { default: [1, 1], mostTried: 256 }),
      padding: is.choice(['valid', 'same'], {
        default: 'valid',
        orRecord: is.record({ top: is.integer(0), bottom: is.integer(0), left: is.integer(0), right: is.integer(0) }),
      }),
    }),
  },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/conv2d.ts'),
  gradient: { wrt: ['x', 'kernel', 'bias'], reference: conv2dGradient },

  inputs,
  // Strides and dilations both above 1, and rows and columns of padding by number.
  extended: fc
    .tuple(shapes, numbers(mild, 89), pair(3), pair(2), fc.oneof(words, explicit))
    .map(([shape, drawn, strides, dilations, padding]) => argumentsOf(shape, drawn, { strides, dilations, padding })),

  edges: {
    'one pixel, one weight': [[[[[1.5]]]], [[[[-2]]]], [0.25]],
    'kernel as large as the image': [image([1, 2, -3], [0.5, 4, 1]), kernel([2, -1, 0.5], [1, 3, -2]), [0]],
    'square, not symmetric': [image([1, 2, 3], [4, 5, 6], [7, 8, 10]), kernel([1, -2], [3, 0.5]), [1]],
    "even kernel under 'same'": [image([1, 2, 3, 4]), kernel([1, 10]), [0], { padding: 'same' }],
    "stride 2 under 'same', even size": [
      image([1, 2, 3, 4]),
      kernel([1, 10, 100]),
      [0],
      { strides: [1, 2], padding: 'same' },
    ],
    "stride 2 under 'same', odd size": [
      image([1], [2], [3], [4], [5]),
      kernel([1], [10], [100]),
      [0],
      { strides: [2, 1], padding: 'same' },
    ],
    "windows that end before the image does, 'same'": [
      image([1, 2, 3, 4, 5, 6]),
      kernel([10]),
      [0.5],
      { strides: [1, 3], padding: 'same' },
    ],
    "windows that end before the image does in rows, 'same'": [
      image([1], [2], [3], [4], [5], [6]),
      kernel([10]),
      [0.5],
      { strides: [3, 1], padding: 'same' },
    ],
    'four channels, a kernel of four rows and five columns': [
      variedImages(2, 5, 6, 4),
      variedImages(4, 5, 4, 3, 5),
      [0.5, -1, 0.25],
    ],
    'strides that come out even': [
      image(...variedMatrix(5, 7)),
      kernel(...variedMatrix(3, 3, 4)),
      [0.5],
      { strides: [2, 2] },
    ],
    "kernel 3 and stride 2 under 'same', four rows, five columns": [
      image(...variedMatrix(4, 5)),
      kernel(...variedMatrix(3, 3, 4)),
      [0],
      { strides: [2, 2], padding: 'same' },
    ],
    "kernel 3 and stride 2 under 'same', five rows, four columns": [
      image(...variedMatrix(5, 4)),
      kernel(...variedMatrix(3, 3, 4)),
      [0],
      { strides: [2, 2], padding: 'same' },
    ],
    'rows left over': [
      image([1, 2], [3, 4], [5, 6], [7, 8]),
      kernel([1, -1], [2, 0.5], [0, 3]),
      [0],
      { strides: [2, 2] },
    ],
    "kernel larger than the image under 'same'": [
      image([2, -1]),
      kernel([1, 2, 3], [4, 5, 6], [7, 8, 9]),
      [0],
      { padding: 'same' },
    ],
    "only padding under the taps of a 'same' kernel": [
      image([3]),
      kernel([1, 10]),
      [0.5],
      { dilations: [1, 3], padding: 'same' },
    ],
    'strides that differ': [
      image([1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]),
      kernel([1, 100]),
      [0],
      { strides: [2, 1] },
    ],
    'dilations that differ': [
      image([1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]),
      kernel([1, 10], [100, 1000]),
      [0],
      { dilations: [1, 3] },
    ],
    'dilations alike': [
      image([1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]),
      kernel([1, 10], [100, 1000]),
      [0],
      { dilations: [2, 2] },
    ],
    'channels in and out, two images': [
      [
        [[[1, 2, -1]], [[0, 0.5, 4]]],
        [[[-2, 1, 3]], [[0.25, -1, 0]]],
      ],
      [
        [
          [
            [1, -1],
            [0.5, 2],
            [3, 0],
          ],
        ],
      ],
      [10, -10],
    ],
    'all zeros': [image([0, 0], [0, 0]), kernel([0, 0]), [0]],
    decimals: [[[[[0.1], [-0.7]]]], [[[[0.3]], [[1.1]]]], [0.9]],
    'three images, three filters, a high kernel': [
      [
        [[[1]], [[2]], [[-1]], [[3]]],
        [[[0.5]], [[-2]], [[4]], [[1]]],
        [[[-3]], [[1]], [[2]], [[5]]],
      ],
      [[[[1, -2, 0.5]]], [[[3, 1, -1]]], [[[2, -0.5, 4]]], [[[-1, 1.5, 2]]]],
      [0.5, -1, 2],
    ],
  },
  illegal: {
    'channels differ': { args: [[[[[1, 2]]]], [[[[1]]]], [0]], names: 'kernel' },
    'channels differ, more in the kernel': { args: [[[[[1]]]], [[[[1], [1]]]], [0]], names: 'kernel' },
    'kernel larger than a valid input': { args: [image([1, 2]), kernel([1], [2]), [0]], names: 'kernel' },
    'dilated kernel larger than a valid input': {
      args: [image([1, 2, 3]), kernel([1, 2]), [0], { dilations: [1, 3] }],
      names: 'kernel',
    },
    'kernel larger than the padded input': {
      args: [image([1, 2]), kernel([1, 2, 3, 4]), [0], { padding: { top: 2, bottom: 2, left: 1, right: 0 } }],
      names: 'kernel',
    },
    'bias of another length': { args: [image([1, 2]), kernel([1]), [0, 0]], names: 'bias' },
    'padding without end': {
      args: [image([1, 2]), kernel([1]), [0], { padding: { top: 2 ** 50, bottom: 0, left: 0, right: 0 } }],
      names: 'options.padding',
    },
    'a fifth side of padding': {
      args: [image([1, 2]), kernel([1]), [0], { padding: { top: 0, bottom: 0, left: 0, right: 0, front: 1 } }],
      names: 'a key of options.padding',
    },
  },
  hardCases: {
    'only the padding': (_x, _k, _b, o) => o !== undefined && Object.keys(o).join() === 'padding',
    'all options': (_x, _k, _b, o) => o !== undefined && Object.keys(o).length === 3,
    'more than one image': (x) => x.length > 1,
    'more than one channel in': (x) => (x[0]?.[0]?.[0]?.length ?? 0) > 1,
    'more than one channel out': (_x, _k, b) => b.length > 1,
    'image not square': (x) => x[0]?.length !== x[0]?.[0]?.length,
    'kernel not square': (_x, k) => k.length !== k[0]?.length,
    'square kernel above 1': (_x, k) => k.length > 1 && k.length === k[0]?.length,
    '1x1 kernel': (_x, k) => k.length === 1 && k[0]?.length === 1,
    'strides that differ': (_x, _k, _b, o) => o?.strides !== undefined && o.strides[0] !== o.strides[1],
    'dilations that differ': (_x, _k, _b, o) => o?.dilations !== undefined && o.dilations[0] !== o.dilations[1],
    'a stride above 1 under valid': (_x, _k, _b, o) => o?.padding !== 'same' && Math.max(...(o?.strides ?? [1])) > 1,
    "an odd number of zeros under 'same'": (x, k, _b, o) =>
      o?.padding === 'same' && ((paddedImages(x, 0, tapsOf(k), o)[0]?.length ?? 0) - (x[0]?.length ?? 0)) % 2 === 1,
    "zeros under 'same' that depend on the stride": (x, k, _b, o) =>
      o?.padding === 'same' &&
      paddedImages(x, 0, tapsOf(k), o)[0]?.length !==
        paddedImages(x, 0, tapsOf(k), { ...o, strides: [1, 1] })[0]?.length,
    "windows that end before the image does, 'same'": (x, k, _b, o) =>
      o?.padding === 'same' &&
      (Math.ceil((x[0]?.length ?? 0) / (o.strides?.[0] ?? 1)) - 1) * (o.strides?.[0] ?? 1) +
        (k.length - 1) * (o.dilations?.[0] ?? 1) +
        1 <
        (x[0]?.length ?? 0),
    "kernel larger than the image under 'same'": (x, k, _b, o) =>
      o?.padding === 'same' && k.length > (x[0]?.length ?? 0),
    'a zero pixel': (x) => x.flat(3).includes(0),
    'equal pixels': (x) => x.flat(3).length > 4 && new Set(x.flat(3)).size === 1,
  },

  worked: [
    {
      name: 'a 2x2 kernel over 3x3',
      origin: 'by hand: 1·1 + 2·2 + 3·4 + 4·5 = 37, and so on',
      args: [image([1, 2, 3], [4, 5, 6], [7, 8, 9]), kernel([1, 2], [3, 4]), [0.5]],
      expected: image([37.5, 47.5], [67.5, 77.5]),
    },
    {
      name: "stride 2 under 'same', 4 wide",
      origin: 'by hand: one zero, at the right: 1 + 20 + 300, 3 + 40 + 0',
      args: [image([1, 2, 3, 4]), kernel([1, 10, 100]), [0], { strides: [1, 2], padding: 'same' }],
      expected: image([321, 43]),
    },
    {
      name: 'dilation 2',
      origin: 'by hand: taps on 1, 3, 5 of 5, and on 2, 4, 6 of 6',
      args: [image([1, 2, 3, 4, 5, 6]), kernel([1, 10, 100]), [0], { dilations: [1, 2] }],
      expected: image([531, 642]),
    },
    {
      name: 'two channels in, two out',
      origin: 'by hand: 3·1 + 4·10 + 5, 3·2 + 4·20 + 6',
      args: [
        [[[[3, 4]]]],
        [
          [
            [
              [1, 2],
              [10, 20],
            ],
          ],
        ],
        [5, 6],
      ],
      expected: [[[[48, 92]]]],
    },
    {
      name: 'strides and dilations both 2',
      origin: 'by hand: taps on 1 and 3, then on 3 and 5',
      args: [image([1, 2, 3, 4, 5]), kernel([1, 10]), [0], { strides: [2, 2], dilations: [2, 2] }],
      expected: image([31, 53]),
    },
  ],

  laws: [
    law(
      'a kernel of a single 1 copies the pixels that its tap meets',
      fc.tuple(inputs, fc.nat(8), fc.nat(8)),
      async (conv2d, [x, k, , o], a, b) => {
        const [u, v] = [a % k.length, b % tapsOf(k)[1]];
        const one: Kernel = k.map((row, i) =>
          row.map((w, j) => w.map((_, c) => [i === u && j === v && c === 0 ? 1 : 0])),
        );
        const padded = paddedImages(x, 0, tapsOf(k), o);
        const [rows, columns] = positions(padded, k, o);
        const args = given(x, one, [0], o);
        const copied = padded.map((image) =>
          rows.map((r) =>
            columns.map((s) => [
              nth(nth(nth(image, r + u * (o?.dilations?.[0] ?? 1)), s + v * (o?.dilations?.[1] ?? 1)), 0),
            ]),
          ),
        );
        expectClose(await conv2d(...args), copied, conv2d.allowed(...args));
      },
    ),
    law(
      "'same' is 'valid' with zeros written out around the image, the odd ones at the bottom and right",
      fc.tuple(inputs),
      async (conv2d, [x, k, b, o]) => {
        const same: Arguments = [x, k, b, { ...o, padding: 'same' }];
        const valid: Arguments = [paddedImages(x, 0, tapsOf(k), same[3]), k, b, { ...o, padding: 'valid' }];
        expectClose(await conv2d(...same), await conv2d(...valid), conv2d.allowed(...same), conv2d.allowed(...valid));
      },
    ),
    law('a dilated kernel is one with zeros between its taps', fc.tuple(inputs), async (conv2d, [x, k, b, o]) => {
      const dilated: Arguments = given(x, k, b, o);
      const spread: Arguments = [x, zerosBetween(k, o?.dilations ?? [1, 1]), b, { ...o, dilations: [1, 1] }];
      expectClose(
        await conv2d(...dilated),
        await conv2d(...spread),
        conv2d.allowed(...dilated),
        conv2d.allowed(...spread),
      );
    }),
    law(
      'strides keep every so many-th row and column of the result',
      fc.tuple(inputs),
      async (conv2d, [x, k, b, o]) => {
        const [sh, sw] = o?.strides ?? [1, 1];
        const padded = paddedImages(x, 0, tapsOf(k), o);
        const strided: Arguments = [padded, k, b, { ...o, padding: 'valid' }];
        const single: Arguments = [padded, k, b, { ...o, strides: [1, 1], padding: 'valid' }];
        const kept = <T>(y: readonly (readonly (readonly T[])[])[]): T[][][] =>
          y.map((image) => image.filter((_, i) => i % sh === 0).map((row) => row.filter((_, j) => j % sw === 0)));
        expectClose(
          await conv2d(...strided),
          kept(await conv2d(...single)),
          conv2d.allowed(...strided),
          kept(conv2d.allowed(...single)),
        );
      },
    ),
    law('the bias is added to its channel', fc.tuple(inputs), async (conv2d, [x, k, b, o]) => {
      const without: Arguments = given(
        x,
        k,
        b.map(() => 0),
        o,
      );
      const y = await conv2d(...without);
      const added = y.map((image) =>
        image.map((row) => row.map((pixel) => pixel.map((value, c) => value + nth(b, c)))),
      );
      expectClose(
        await conv2d(...given(x, k, b, o)),
        added,
        conv2d.allowed(...given(x, k, b, o)),
        conv2d.allowed(...without),
      );
    }),
    law(
      'the result is the sum over the channels in, each convolved alone',
      fc.tuple(inputs),
      async (conv2d, [x, k, b, o]) => {
        let sum: Tree<number> = 0;
        let allowed: Tree<number> = conv2d.allowed(...given(x, k, b, o));
        for (const c of times(imageSize(x)[2], (c) => c)) {
          const alone = given(
            x.map((image) => image.map((row) => row.map((pixel) => [nth(pixel, c)]))),
            k.map((row) => row.map((weights) => [nth(weights, c)])),
            c === 0 ? b : b.map(() => 0),
            o,
          );
          const y = await conv2d(...alone);
          sum = c === 0 ? y : zipNumbers(sum, y, (p, q) => p + q);
          allowed = zipNumbers(allowed, conv2d.allowed(...alone), (p, q) => p + 2 * q);
        }
        expectClose(await conv2d(...given(x, k, b, o)), sum as Images, allowed);
      },
    ),
    law(
      'the sum of two images gives the sum of their results',
      fc.tuple(drawnArguments(grid), numbers(grid, 31)),
      async (conv2d, [x, k, b, o], drawn) => {
        let next = 0;
        const other = mapNumbers(x, () => nth(drawn, next++ % drawn.length));
        const both = zipNumbers(x, other, (p, q) => p + q);
        const none = b.map(() => 0);
        const [first, second, together] = [given(x, k, none, o), given(other, k, none, o), given(both, k, none, o)];
        const sum = zipNumbers(await conv2d(...first), await conv2d(...second), (p, q) => p + q);
        const allowed = [first, second, first, second].map((args) => conv2d.allowed(...args));
        expectClose(await conv2d(...together), sum, conv2d.allowed(...together), ...allowed);
      },
    ),
    sampleIndependence<Conv2d>(inputs, { name: 'an image does not depend on the others' }),
    law(
      'height and width are alike: transposing images and kernel transposes the result',
      fc.tuple(inputs),
      async (conv2d, [x, k, b, o]) => {
        const upright = given(x, k, b, o);
        const turned = given(x.map(transposed), transposed(k), b, o && turnedOptions(o));
        expectClose(
          await conv2d(...turned),
          (await conv2d(...upright)).map(transposed),
          conv2d.allowed(...turned),
          conv2d.allowed(...upright).map(transposed),
        );
      },
    ),
    law(
      'padding by number is zeros written out around the image',
      fc.tuple(inputs, explicit),
      async (conv2d, [x, k, b, o], padding) => {
        const large = paddedImages(x, 0, tapsOf(k), o);
        const numbered: Arguments = [large, k, b, { ...o, padding }];
        const written = paddedImages(large, 0, tapsOf(k), { padding });
        const valid: Arguments = [written, k, b, { ...o, padding: 'valid' }];
        expectClose(
          await conv2d(...numbered),
          await conv2d(...valid),
          conv2d.allowed(...numbered),
          conv2d.allowed(...valid),
        );
      },
      { extended: true },
    ),
  ],

  misconceptions,

  errata: [
    {
      where: 'lecture 5, the layer',
      printed: 'true convolution, the kernel flipped',
      holds: 'Conv2D layers cross-correlate',
      variant: { implementation: wrongly('kernel-flipped'), fails: [image([1, 2, 3]), kernel([1, 10]), [0]] },
    },
    {
      where: 'lecture 5, padding',
      printed: '(k - 1) / 2 zeros on either side',
      holds: 'only for odd k and stride 1',
      variant: {
        implementation: wrongly('padding-without-stride'),
        fails: [image([1, 2, 3, 4]), kernel([1, 10, 100]), [0], { strides: [1, 2], padding: 'same' }],
      },
    },
  ],

  rounding: (r, x, k, b, o) => {
    const chosen = loweredOptions(o);
    const padded = paddedImages(x, r.exact(0), [k.length, k[0]?.length ?? 0], chosen);
    const [rows, columns] = positions(padded, k, chosen);
    const [dh, dw] = chosen.dilations ?? [1, 1];
    const one = r.exact(1);
    return padded.map((image) =>
      rows.map((top) =>
        columns.map((left) =>
          b.map((bias, channel) => {
            const pixels = k.flatMap((row, u) => row.flatMap((_, v) => image[top + u * dh]?.[left + v * dw] ?? []));
            const weights = k.flatMap((row) => row.flatMap((into) => into.map((out) => nth(out, channel))));
            return r.dot([...pixels, bias], [...weights, one]);
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

/** A kernel of one channel in and one out. */
function kernel(...rows: Vector[]): Kernel {
  return rows.map((row) => row.map((weight) => [[weight]]));
}

function tapsOf(kernel: readonly (readonly unknown[])[]): Pair {
  return [kernel.length, nth(kernel, 0).length];
}

/** Where the windows over images begin whose padding is written out. */
function positions(
  images: readonly (readonly (readonly unknown[])[])[],
  kernel: readonly (readonly unknown[])[],
  { strides = [1, 1], dilations = [1, 1] }: Conv2dOptions = {},
): [rows: number[], columns: number[]] {
  const [kh, kw] = tapsOf(kernel);
  return [
    windowStarts(nth(images, 0).length, kh, strides[0], dilations[0]),
    windowStarts(nth(nth(images, 0), 0).length, kw, strides[1], dilations[1]),
  ];
}

function zerosBetween(kernel: Kernel, [dh, dw]: Pair): Kernel {
  const [kh, kw] = tapsOf(kernel);
  const [weights] = nth(kernel, 0);
  const none = (weights as number[][]).map((out) => out.map(() => 0));
  return times((kh - 1) * dh + 1, (u) =>
    times((kw - 1) * dw + 1, (v) => (u % dh === 0 && v % dw === 0 ? nth(nth(kernel, u / dh), v / dw) : none)),
  );
}

function turnedOptions({ strides, dilations, ...rest }: Conv2dOptions): Conv2dOptions {
  return {
    ...rest,
    ...(strides ? { strides: [strides[1], strides[0]] } : {}),
    ...(dilations ? { dilations: [dilations[1], dilations[0]] } : {}),
  };
}

function wrongly(name: string): Conv2d {
  return misconceptions.find(({ id }) => id === `conv2d/${name}`)?.implementation as Conv2d;
}

/** The numbers that lifted options hold. */
function loweredOptions({ strides, dilations, padding }: Lifted<Conv2dOptions> = {}): Conv2dOptions {
  const pairOf = ([height, width]: [Rounded, Rounded]): Pair => [height.value, width.value];
  return {
    ...(strides ? { strides: pairOf(strides) } : {}),
    ...(dilations ? { dilations: pairOf(dilations) } : {}),
    ...(typeof padding === 'object'
      ? {
          padding: {
            top: padding.top.value,
            bottom: padding.bottom.value,
            left: padding.left.value,
            right: padding.right.value,
          },
        }
      : padding
        ? { padding }
        : {}),
  };
}
