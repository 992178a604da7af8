import fc from 'fast-check';
import type { PoolOptions } from '../../../reference/convolution/shared/pooling.ts';
import type { Entry } from '../../entry/entry.ts';
import { given, mild, numbers, options, size, take } from '../../inputs/inputs.ts';
import { variedMatrix } from '../../inputs/varied.ts';
import { completeOptions } from '../../parameters/completed.ts';
import type { Illegal } from '../../parameters/implied-illegal.ts';
import * as is from '../../parameters/parameter.ts';
import { nth } from '../../values/nth.ts';
import type { Images } from '../../values/value.ts';
import { paddedImages } from './padded-images.ts';
import { image } from './single-channel.ts';

/** Max and average pooling take the same arguments, so they share inputs, edges and illegal inputs. */
export type Pooling = (x: Images, options?: PoolOptions) => Images;

export const POOL_OPTIONS = is.options({
  window: is.pair(1, { default: [2, 2], mostTried: 256 }),
  strides: is.pair(1, { default: { sameAs: 'window' } }),
  padding: is.choice(['valid', 'same'], { default: 'valid' }),
});

/** Options with their defaults. */
export const complete = (chosen: PoolOptions | undefined): Required<PoolOptions> =>
  completeOptions(POOL_OPTIONS, chosen);

const several = fc.integer({ min: 1, max: 3 });
const pair = fc.tuple(several, several);
const words = fc.constantFrom('valid' as const, 'same' as const, 'same' as const);

/** Images at least as large as the window, with pixels of both signs or only negative ones. */
export function poolInputs(element: fc.Arbitrary<number> = mild): fc.Arbitrary<Parameters<Pooling>> {
  return poolInputsOf(numbers(element, 61));
}

/** Images under 'same' that may be smaller than the window, which is beyond the contract. */
export const smallImages: fc.Arbitrary<Parameters<Pooling>> = fc
  .tuple(size(3), size(3), numbers(mild, 18), pair, pair)
  .map(([height, width, drawn, window, strides]) => [
    take(drawn).rank4(1, height, width, 2),
    { window, strides, padding: 'same' },
  ]);

/** The same as poolInputs with pixels taken from drawn lists. */
export function poolInputsOf(pixels: fc.Arbitrary<number[]>): fc.Arbitrary<Parameters<Pooling>> {
  return fc
    .tuple(
      fc.record({
        images: size(2),
        channels: size(3),
        spare: fc.tuple(fc.nat(3), fc.nat(3)),
        extent: fc.tuple(size(5), size(5)),
        sign: fc.constantFrom('any', 'any', 'negative'),
      }),
      pixels,
      options<Required<PoolOptions>>({ window: pair, strides: pair, padding: words }),
    )
    .map(([{ images, channels, spare, extent, sign }, drawn, chosen]) => {
      const {
        window: [kh, kw],
        padding,
      } = complete(chosen);
      const [height, width] =
        padding === 'same' ? [Math.max(kh, extent[0]), Math.max(kw, extent[1])] : [kh + spare[0], kw + spare[1]];
      const fill = take(sign === 'negative' ? drawn.map((pixel) => -Math.abs(pixel)) : drawn);
      const few = height * width > 16;
      return given(fill.rank4(images, height, width, few ? 1 : channels), chosen);
    });
}

export const poolEdges: Readonly<Record<string, Parameters<Pooling>>> = {
  'one window': [image([1, -2], [3, 0.5])],
  'row and column left over': [image([1, 2, 9], [3, 4, 9], [9, 9, 9])],
  "one pixel, 'same'": [image([-0.5]), { window: [1, 1], strides: [2, 2], padding: 'same' }],
  "negative, odd size under 'same'": [image([-1, -2, -3], [-4, -5, -6], [-7, -8, -9]), { padding: 'same' }],
  "negative, strides 1 under 'same'": [image([-1, -2.5], [-4, -3]), { strides: [1, 1], padding: 'same' }],
  "window beyond the image on all sides, 'same'": [
    image([-3, -1.5, -2], [-2, -4, -7], [-5, -6, -1]),
    { window: [3, 3], strides: [1, 1], padding: 'same' },
  ],
  "zeros beside padding, 'same'": [image([0, 3, 0], [2, 0, 1], [0, 5, 0]), { padding: 'same' }],
  ties: [image([1, 1, 0], [1, 1, 0], [0, 0, 0]), { strides: [1, 1] }],
  'window 1': [image([1, -2], [3, 0.5]), { window: [1, 1] }],
  'window of one row': [image([1, -2, 4], [3, 0.5, -1]), { window: [1, 2], strides: [1, 1] }],
  'window of one column': [image([1, -2], [3, 0.5], [2, 6]), { window: [2, 1] }],
  'strides beyond the window': [image([1, 2, 3, 4, 5]), { window: [1, 2], strides: [2, 3] }],
  "strides beyond the window, 'same'": [
    image([1, 2, 3, 4, 5, 6]),
    { window: [1, 1], strides: [1, 3], padding: 'same' },
  ],
  "strides beyond the window that leave padding, 'same'": [
    image([1, 2, 3, 4, 5]),
    { window: [1, 3], strides: [1, 4], padding: 'same' },
  ],
  "window of four rows and columns under 'same'": [
    image(...variedMatrix(4, 5)),
    { window: [4, 4], strides: [1, 1], padding: 'same' },
  ],
  'all below minus ten': [image([-12, -10.5], [-11, -12.5])],
  'only strides': [image([1, 2, 3], [4, 5, 6], [7, 8, 10]), { strides: [1, 2] }],
  'channels and images': [
    [
      [
        [
          [1, -1],
          [2, -8],
        ],
        [
          [3, -3],
          [4, -4],
        ],
      ],
      [
        [
          [5, 0],
          [6, 0.5],
        ],
        [
          [7, 1],
          [-8, 2],
        ],
      ],
    ],
  ],
  "window 3 and stride 2 under 'same', four rows, five columns": [
    image(...variedMatrix(4, 5)),
    { window: [3, 3], strides: [2, 2], padding: 'same' },
  ],
  "window 3 and stride 2 under 'same', five rows, four columns": [
    image(...variedMatrix(5, 4)),
    { window: [3, 3], strides: [2, 2], padding: 'same' },
  ],
  'window 3 and strides 2 that come out even': [image(...variedMatrix(5, 7)), { window: [3, 3], strides: [2, 2] }],
  "strides beyond the window in rows, 'same'": [
    image([1], [2], [3], [4], [5], [6]),
    { window: [1, 1], strides: [3, 1], padding: 'same' },
  ],
  'window of four rows and five columns': [image(...variedMatrix(6, 7)), { window: [4, 5], strides: [1, 2] }],
  decimals: [image([0.1, 0.2], [0.3, 0.7])],
  'three images': [[...image([1, 2], [3, 4]), ...image([-1, 5], [0.5, 2]), ...image([7, -2], [1, 0])]],
};

export const poolIllegal: Readonly<Record<string, Illegal>> = {
  'window larger than the image': { args: [image([1, 2, 3])], names: 'options.window' },
  'window wider than the image': { args: [image([1, 2], [3, 4]), { window: [1, 3] }], names: 'options.window' },
};

export const poolHardCases: Entry<Pooling>['hardCases'] = {
  'options absent': (_x, o) => o === undefined,
  'options empty': (_x, o) => o !== undefined && Object.keys(o).length === 0,
  'only the window': (_x, o) => Object.keys(o ?? {}).join() === 'window',
  'only the strides': (_x, o) => Object.keys(o ?? {}).join() === 'strides',
  'only the padding': (_x, o) => Object.keys(o ?? {}).join() === 'padding',
  'all options': (_x, o) => Object.keys(o ?? {}).length === 3,
  'more than one image': (x) => x.length > 1,
  'more than one channel': (x) => (x[0]?.[0]?.[0]?.length ?? 0) > 1,
  'image not square': (x) => x[0]?.length !== x[0]?.[0]?.length,
  'window not square': (_x, o) => o?.window !== undefined && o.window[0] !== o.window[1],
  'windows that overlap': (_x, o) => rowsBeyondStride(o) > 0,
  'windows that leave gaps': (_x, o) => rowsBeyondStride(o) < 0,
  "an odd number of rows of padding under 'same'": (x, o) =>
    o?.padding === 'same' && (paddedRows(x, o) - (x[0]?.length ?? 0)) % 2 === 1,
  'only negative pixels in a padded window': (x, o) =>
    o?.padding === 'same' && paddedRows(x, o) > (x[0]?.length ?? 0) && x.flat(3).every((pixel) => pixel < 0),
  "a zero pixel under 'same'": (x, o) => o?.padding === 'same' && x.flat(3).includes(0),
  'equal pixels': (x) => x.flat(3).length > 3 && new Set(x.flat(3)).size === 1,
};

function paddedRows(x: Images, chosen: PoolOptions): number {
  const { window, ...rest } = complete(chosen);
  return nth(paddedImages(x, 0, window, { ...rest, dilations: [1, 1] }), 0).length;
}

function rowsBeyondStride(chosen: PoolOptions | undefined): number {
  const { window, strides } = complete(chosen);
  return window[0] - strides[0];
}
