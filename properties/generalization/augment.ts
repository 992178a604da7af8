import fc from 'fast-check';
import { augment as reference } from '../../reference/generalization/augment.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, numbers, options, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { kolmogorovSmirnov, standardNormal } from '../tensors/shared/kolmogorov-smirnov.ts';
import { roundedNormals } from '../tensors/shared/rounded-normals.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, numbersOf, zipNumbers } from '../values/tree.ts';
import type { Images } from '../values/value.ts';
import { edges, illegal, worked } from './augment.cases.ts';
import { misconceptions } from './augment.misconceptions.ts';
import { type AugmentOptions, columnsOf, rowsOf } from './shared/augment-options.ts';

export type Augment = (x: Images, options?: AugmentOptions) => Images;
type Arguments = Parameters<Augment>;

const SHIFT = { least: -(2 ** 31), most: 2 ** 31 - 1 };
const FLIPS = ['none', 'horizontal', 'vertical', 'both'] as const;

const imagesOf = (B: number, H: number, W: number, C: number, drawn: number[]): Images => take(drawn).rank4(B, H, W, C);
const images = fc.tuple(size(2), size(4), size(4), size(2), numbers(undefined, 64)).map((drawn) => imagesOf(...drawn));
const shift = fc.integer({ min: -2, max: 2 });
const seed = fc.oneof(fc.constantFrom(0, 1, 2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const chosen = options<Required<AugmentOptions>>({
  top: fc.nat(3),
  left: fc.nat(3),
  height: fc.nat(3),
  width: fc.nat(3),
  flip: fc.constantFrom(...FLIPS),
  down: shift,
  right: shift,
  noise: fc.constantFrom(0, 0, 0.25, 1),
  seed,
});

/** Images with a crop that lies within them. */
const inputs: fc.Arbitrary<Arguments> = fc.tuple(images, chosen).map(([x, drawn]) => given(x, within(x, drawn)));
const withoutNoise = inputs.map(([x, options]): Arguments => [x, { ...options, noise: 0 }]);

/** A crop that was drawn without the images, brought within them. */
function within(x: Images, drawn: AugmentOptions | undefined): AugmentOptions | undefined {
  if (drawn === undefined) return undefined;
  const { top, left, height, width, ...rest } = drawn;
  const [H, W] = [rowsOf(x), columnsOf(x)];
  return {
    ...rest,
    ...(top === undefined ? {} : { top: top % H }),
    ...(left === undefined ? {} : { left: left % W }),
    ...(height === undefined ? {} : { height: 1 + (height % (H - ((top ?? 0) % H))) }),
    ...(width === undefined ? {} : { width: 1 + (width % (W - ((left ?? 0) % W))) }),
  };
}

export const augment: Entry<Augment> = {
  id: 'augment',
  lecture: 6,
  title: 'Augmentation of images',
  latex: String.raw`y_{nijc} = x_{n, t + f(i - d), l + g(j - r), c} + \sigma z_{nijc}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 7.4', 'Lecture 6'],
  parameters: {
    x: is.images(),
    options: is.options({
      top: is.integer(0, { default: 0 }),
      left: is.integer(0, { default: 0 }),
      height: is.integer(1, { optional: true }),
      width: is.integer(1, { optional: true }),
      flip: is.choice(FLIPS, { default: 'none' }),
      down: is.integer(SHIFT.least, { most: SHIFT.most, default: 0 }),
      right: is.integer(SHIFT.least, { most: SHIFT.most, default: 0 }),
      noise: is.number({ least: 0, default: 0 }),
      seed: is.integer(0, { most: 2 ** 32 - 1, default: 0 }),
    }),
  },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/generalization/augment.ts'),

  inputs,

  edges,
  illegal,
  hardCases: {
    'one pixel': (x) => rowsOf(x) === 1 && columnsOf(x) === 1,
    'not square': (x) => rowsOf(x) !== columnsOf(x),
    'several images': (x) => x.length > 1,
    'flipped horizontally': (x, options) => columnsOf(x) > 1 && options?.flip === 'horizontal',
    'flipped vertically': (x, options) => rowsOf(x) > 1 && options?.flip === 'vertical',
    'turned around': (_x, options) => options?.flip === 'both',
    'cropped from the middle': (_x, options) => (options?.top ?? 0) > 0 && (options?.left ?? 0) > 0,
    'cropped to fewer rows': (x, options) => (options?.height ?? rowsOf(x)) < rowsOf(x) - (options?.top ?? 0),
    'shifted down': (_x, options) => (options?.down ?? 0) > 0,
    'shifted up': (_x, options) => (options?.down ?? 0) < 0,
    'shifted right': (_x, options) => (options?.right ?? 0) > 0,
    'shifted left': (_x, options) => (options?.right ?? 0) < 0,
    'shifted out of sight': (x, options) => Math.abs(options?.down ?? 0) >= rowsOf(x),
    'with noise': (_x, options) => (options?.noise ?? 0) > 0,
  },

  worked,

  laws: [
    law('a flip undoes itself', fc.tuple(images, fc.constantFrom(...FLIPS)), async (augment, x, flip) => {
      const once = await augment(x, { flip });
      expectClose(await augment(once, { flip }), x, augment.allowed(x, { flip }), augment.allowed(once, { flip }));
    }),
    law('to turn around is to flip both ways', fc.tuple(images), async (augment, x) => {
      const vertical = await augment(x, { flip: 'vertical' });
      expectClose(
        await augment(x, { flip: 'both' }),
        await augment(vertical, { flip: 'horizontal' }),
        augment.allowed(x, { flip: 'both' }),
        augment.allowed(vertical, { flip: 'horizontal' }),
      );
    }),
    law('a horizontal flip reads each row backwards', fc.tuple(images), async (augment, x) => {
      expectClose(
        await augment(x, { flip: 'horizontal' }),
        x.map((image) => image.map((row) => row.toReversed())),
        augment.allowed(x, { flip: 'horizontal' }),
      );
    }),
    law(
      'a shift there and back leaves what was never out of sight',
      fc.tuple(images, shift, shift),
      async (augment, x, down, right) => {
        const there = await augment(x, { down, right });
        const back = await augment(there, { down: -down || 0, right: -right || 0 });
        const stays = (at: number, by: number, length: number): boolean => at + by >= 0 && at + by < length;
        const expected = x.map((image) =>
          image.map((row, i) =>
            row.map((pixel, j) =>
              pixel.map((value) => (stays(i, down, rowsOf(x)) && stays(j, right, columnsOf(x)) ? value : 0)),
            ),
          ),
        );
        expectClose(back, expected, augment.allowed(x), augment.allowed(x));
      },
    ),
    law('a shift down by one brings in a row of zeros above', fc.tuple(images), async (augment, x) => {
      const moved = x.map((image) => [nth(image, 0).map((pixel) => pixel.map(() => 0)), ...image.slice(0, -1)]);
      expectClose(await augment(x, { down: 1 }), moved, augment.allowed(x, { down: 1 }));
    }),
    law('a crop of a crop is a crop', fc.tuple(images, fc.nat(3), fc.nat(3)), async (augment, x, a, b) => {
      const top = a % rowsOf(x);
      const left = b % columnsOf(x);
      const rest = await augment(x, { top, left });
      const [height, width] = [1 + (b % (rowsOf(x) - top)), 1 + (a % (columnsOf(x) - left))];
      expectClose(
        await augment(x, { top, left, height, width }),
        await augment(rest, { height, width }),
        augment.allowed(x, { top, left, height, width }),
        augment.allowed(rest, { height, width }),
      );
    }),
    law('the noise of a seed does not depend on the images', fc.tuple(images, seed), async (augment, x, seed) => {
      const noise = { noise: 0.5, seed };
      const black = mapNumbers(x, () => 0);
      const added = await augment(black, noise);
      const own = mapNumbers(x, (value) => 2 ** -50 * (Math.abs(value) + 4));
      expectClose(
        await augment(x, noise),
        zipNumbers(x, added, (value, z) => value + z),
        augment.allowed(x, noise),
        augment.allowed(black, noise),
        own,
      );
    }),
    law('the noise is normal, of the deviation that is asked for', fc.tuple(seed), async (augment, seed) => {
      const black = imagesOf(2, 10, 10, 2, [0]);
      const z = numbersOf(await augment(black, { noise: 2, seed }));
      kolmogorovSmirnov(z, (value) => standardNormal(value / 2));
      const square = z.reduce((sum, value) => sum + value * value, 0) / z.length;
      // Beyond 8 of its deviations.
      expectThat(Math.abs(square / 4 - 1) < (8 * Math.SQRT2) / 20, `the mean square is ${square}`);
    }),
    sampleIndependence<Augment>(withoutNoise),
  ],

  misconceptions,

  rounding: (r, x, chosen) => {
    const { flip, noise, seed } = chosen;
    const [top, left] = [chosen.top.value, chosen.left.value];
    const height = chosen.height?.value ?? rowsOf(x) - top;
    const width = chosen.width?.value ?? columnsOf(x) - left;
    const cut = <T>(list: readonly T[], from: number, length: number): T[] => list.slice(from, from + length);
    const turned = <T>(list: readonly T[], turns: boolean): T[] => (turns ? list.toReversed() : [...list]);
    const black = nth(nth(nth(x, 0), 0), 0).map(() => r.exact(0));
    const blackRow = Array.from({ length: columnsOf(x) }, () => black);
    const moved = x.map((image) => {
      const rows = turned(cut(image, top, height), flip === 'vertical' || flip === 'both');
      return shifted(rows, chosen.down.value, blackRow).map((row) =>
        shifted(turned(cut(row, left, width), flip === 'horizontal' || flip === 'both'), chosen.right.value, black),
      );
    });
    if (noise.value === 0) return moved;
    const C = black.length;
    const normals = roundedNormals(r, seed.value, x.length * height * width * C);
    return moved.map((image, n) =>
      image.map((row, i) =>
        row.map((pixel, j) =>
          pixel.map((value, c) => {
            const z = nth(normals, ((n * height + i) * width + j) * C + c);
            return r.add(value, r.multiply(noise, z));
          }),
        ),
      ),
    );
  },
};

/** A list moved toward its end, or its beginning where `by` is below 0, with others in the place of what moved. */
function shifted<T extends readonly Rounded[] | readonly (readonly Rounded[])[]>(list: T[], by: number, empty: T): T[] {
  return list.map((_, i) => list[i - by] ?? empty);
}
