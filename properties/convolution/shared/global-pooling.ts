import fc from 'fast-check';
import type { Entry, Misconception } from '../../entry/entry.ts';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { grid, mild, numbers, size, take } from '../../inputs/inputs.ts';
import { variedImages } from '../../inputs/varied.ts';
import { sampleIndependence } from '../../laws/sample-independence.ts';
import { nth } from '../../values/nth.ts';
import { transposed } from '../../values/transposed.ts';
import { mapNumbers } from '../../values/tree.ts';
import type { Images, Matrix, Tensor } from '../../values/value.ts';
import { channelOf } from './image-laws.ts';
import { type ImagesOf, imageSize, times } from './padded-images.ts';
import { image } from './single-channel.ts';

/** Global pooling takes one number out of each feature map, so both share inputs, edges and laws. */
export type GlobalPooling = (x: Images) => Matrix;

/** Images with pixels of drawn lists, of any sign or only negative ones. */
export function globalPoolInputs(pixels: fc.Arbitrary<number[]> = numbers(mild, 53)): fc.Arbitrary<[x: Images]> {
  return fc
    .tuple(size(3), size(4), size(4), size(3), pixels, fc.constantFrom('any', 'any', 'negative'))
    .map(([images, height, width, channels, drawn, sign]) => {
      const fill = take(sign === 'negative' ? drawn.map((pixel) => -Math.abs(pixel) || -0.5) : drawn);
      return [fill.rank4(images, height, width, channels)];
    });
}

export const globalPoolEdges: Readonly<Record<string, [x: Images]>> = {
  'one pixel': [image([1.5])],
  'one negative pixel': [image([-0.5])],
  'only negative pixels': [image([-1, -2], [-3, -0.5])],
  'all below minus ten': [image([-12, -10.5], [-11, -12.5])],
  'one row': [image([1, -2, 4])],
  'one column': [image([1], [-2], [4])],
  ties: [image([1, 3, 3], [3, 0, 1])],
  'equal pixels': [image([2, 2], [2, 2])],
  zeros: [image([0, 0], [0, 0])],
  'largest first': [image([4, 3], [2, 1])],
  'one pixel, two channels': [[[[[3, -1]]], [[[-2, 5]]]]],
  'as many images as channels': [variedImages(2, 2, 3, 2)],
  'images not square': [variedImages(3, 4, 2, 2)],
  'many channels': [variedImages(1, 2, 2, 6)],
  decimals: [image([0.1, 0.2], [0.3, 0.7])],
};

export const globalPoolHardCases: Entry<GlobalPooling>['hardCases'] = {
  'more than one image': (x) => x.length > 1,
  'more than one channel': (x) => imageSize(x)[2] > 1,
  'images not square': (x) => imageSize(x)[0] !== imageSize(x)[1],
  'one pixel': (x) => imageSize(x)[0] * imageSize(x)[1] === 1,
  'only negative pixels in a map': (x) => mapsOf(x).some((maps) => maps.some((map) => map.every((pixel) => pixel < 0))),
  'two largest pixels in a map': (x) =>
    mapsOf(x).some((maps) => maps.some((map) => map.filter((pixel) => pixel === Math.max(...map)).length > 1)),
};

/** The pixels of each feature map, `[image][channel]`, in reading order. */
export function mapsOf<T>(x: ImagesOf<T>): T[][][] {
  return x.map((rows) => transposed(rows.flat()));
}

/** The laws of any global pooling. */
export const globalPoolLaws: readonly Law<GlobalPooling>[] = [
  sampleIndependence<GlobalPooling>(globalPoolInputs(), { name: 'an image does not depend on the others' }),
  law('a channel does not depend on the others', globalPoolInputs(), async (pool, x) => {
    const together = await pool(x);
    for (const c of times(imageSize(x)[2], (c) => c)) {
      const alone = channelOf(x, c);
      const allowed = pool.allowed(alone);
      expectClose(
        await pool(alone),
        together.map((row) => [nth(row, c)]),
        allowed,
        allowed,
      );
    }
  }),
  law('adding one number to every pixel adds it to every result', fc.tuple(gridImages(), grid), async (pool, x, c) => {
    const moved = mapNumbers(x, (pixel) => pixel + c);
    const expected = mapNumbers(await pool(x), (y) => y + c);
    const allowed = [pool.allowed(x), pool.allowed(moved)] as const;
    // Adding to a result rounds once more, by less than the sum of a map does.
    expectClose(await pool(moved), expected, ...allowed, ...allowed);
  }),
  law('equal pixels stay what they are', fc.tuple(gridImages(), grid), async (pool, x, pixel) => {
    const [, , channels] = imageSize(x);
    const equal = mapNumbers(x, () => pixel);
    const expected = x.map(() => times(channels, () => pixel));
    expectClose(await pool(equal), expected, pool.allowed(equal));
  }),
  law('the order of the pixels does not matter', globalPoolInputs(), async (pool, x) => {
    const turned = x.map((rows) => transposed(rows).reverse());
    expectClose(await pool(turned), await pool(x), pool.allowed(turned), pool.allowed(x));
  }),
];

/** Images of multiples of 1/16, so that adding one of them rounds nothing. */
export function gridImages(): fc.Arbitrary<Images> {
  return globalPoolInputs(numbers(grid, 53)).map(([x]) => x);
}

/** The channels taken together, which is wrong of both. */
export function overChannels(id: string, f: (pixels: number[]) => number): Misconception<GlobalPooling> {
  return {
    id: `${id}/over-channels`,
    title: 'over the channels too: one number for each image',
    hint: 'Each channel is a feature map of its own: the result is [batch, channel].',
    caughtBy: 'two channels',
    implementation: (x) => x.map((rows) => [f(rows.flat(2))]),
    readings: [
      // as a vector
      (x) => x.map((rows) => f(rows.flat(2))) as Tensor as Matrix,
    ],
  };
}

/** Another number of each feature map. */
export function ofMaps(x: Images, f: (pixels: number[]) => number): Matrix {
  return mapsOf(x).map((maps) => maps.map(f));
}
