import fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { grid, numbers, take } from '../../inputs/inputs.ts';
import { sampleIndependence } from '../../laws/sample-independence.ts';
import { nth } from '../../values/nth.ts';
import { transposed } from '../../values/transposed.ts';
import { mapNumbers, zipNumbers } from '../../values/tree.ts';
import type { Images, Kernel, Vector } from '../../values/value.ts';
import { heightLikeWidth } from './image-laws.ts';
import { imageSize, tapsOf } from './padded-images.ts';
import { rectified } from './plain-features.ts';

/** A layer that makes features of images, and puts them and the images together. */
export type FeatureLayer = (x: Images, kernel: Kernel, bias: Vector) => Images;
export type FeatureArguments = [x: Images, kernel: Kernel, bias: Vector];

/** Far above what the weights of drawn kernels can take away, and yet with all of its bits in a float32. */
const FAR = 2 ** 12;

/** What such layers have in common: `together` says how the features and the images become the result. */
export function featureLaws(
  inputs: fc.Arbitrary<FeatureArguments>,
  together: (features: Images, x: Images) => Images,
): Law<FeatureLayer>[] {
  const each = fc.tuple(inputs);
  return [
    law(
      'a kernel of a single 1 makes features of the pixels that its tap meets, where they are positive',
      fc.tuple(inputs, fc.nat(8), fc.nat(8)),
      async (f, [x, kernel, bias], a, b) => {
        const [kh, kw] = tapsOf(kernel);
        const [u, v] = [a % kh, b % kw];
        const channels = imageSize(x)[2];
        const one: Kernel = kernel.map((taps, i) =>
          taps.map((into, j) =>
            into.map((out, c) => out.map((_, o) => (i === u && j === v && c === o % channels ? 1 : 0))),
          ),
        );
        const none = bias.map(() => 0);
        const met = metBy(x, u - ((kh - 1) >> 1), v - ((kw - 1) >> 1), bias.length);
        expectClose(await f(x, one, none), together(rectified(met), x), f.allowed(x, one, none));
      },
    ),
    law('without weights the features are the biases, where they are positive', each, async (f, [x, kernel, bias]) => {
      const none = mapNumbers(kernel, () => 0);
      const biases = x.map((image) => image.map((row) => row.map(() => bias)));
      expectClose(await f(x, none, bias), together(rectified(biases), x), f.allowed(x, none, bias));
    }),
    law('where all biases are far below 0 the features are 0', each, async (f, [x, kernel, bias]) => {
      const low = bias.map(() => -FAR);
      const none = x.map((image) => image.map((row) => row.map(() => bias.map(() => 0))));
      expectClose(await f(x, kernel, low), together(none, x), f.allowed(x, kernel, low));
    }),
    law(
      'where all biases are far above 0 the features of two kernels add up',
      fc.tuple(inputs, numbers(grid, 31)),
      async (f, [x, kernel, bias], drawn) => {
        const fill = take(drawn);
        // On a grid, so that the sum of two weights is one.
        const first = mapNumbers(kernel, fill.number);
        const second = mapNumbers(kernel, fill.number);
        const both = zipNumbers(first, second, (p, q) => p + q);
        const none = mapNumbers(kernel, () => 0);
        const high = bias.map(() => FAR);
        const sum = zipNumbers(await f(x, first, high), await f(x, second, high), (p, q) => p + q);
        expectClose(
          zipNumbers(await f(x, both, high), await f(x, none, high), (p, q) => p + q),
          sum,
          f.allowed(x, first, high),
          f.allowed(x, second, high),
          f.allowed(x, both, high),
          f.allowed(x, none, high),
          // the two sums here
          2 ** -52 * 4 * FAR,
        );
      },
    ),
    sampleIndependence<FeatureLayer>(inputs, { name: 'an image does not depend on the others' }),
    // An even number of taps has the odd zero at the bottom and at the right alike.
    heightLikeWidth<FeatureArguments>(
      'height and width are alike: transposing images and kernel transposes the result',
      inputs,
      ([x, kernel, bias]) => [x.map(transposed), transposed(kernel), bias],
    ),
  ];
}

/** For each of several filters the pixel that lies so many rows below and columns to the right, 0 outside. */
export function metBy(x: Images, down: number, right: number, filters: number): Images {
  const channels = imageSize(x)[2];
  return x.map((image) =>
    image.map((row, i) =>
      row.map((_, j) =>
        Array.from({ length: filters }, (_filter, o) => {
          const pixel = image[i + down]?.[j + right];
          return pixel === undefined ? 0 : nth(pixel, o % channels);
        }),
      ),
    ),
  );
}
