import fc from 'fast-check';
import type { Pair } from '../../../reference/convolution/shared/sliding-window.ts';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { grid, numbers } from '../../inputs/inputs.ts';
import { nth } from '../../values/nth.ts';
import { transposed } from '../../values/transposed.ts';
import { mapNumbers, zipNumbers } from '../../values/tree.ts';
import type { Images } from '../../values/value.ts';
import { imageSize, times } from './padded-images.ts';

// What convolutions, transposed convolutions and pooling have in common: images come first, and images come out.

type ImageFormula = (...args: any[]) => Images;
type ImageArguments = [x: Images, ...rest: unknown[]];

/** Rows and columns are treated alike: `exchange` gives the arguments with height and width exchanged. */
export function heightLikeWidth<A extends unknown[]>(
  name: string,
  inputs: fc.Arbitrary<A>,
  exchange: (args: A) => A,
): Law<ImageFormula> {
  return law<ImageFormula, [A]>(name, fc.tuple(inputs), async (f, args) => {
    const exchanged = exchange(args);
    const upright = (await f(...args)).map(transposed);
    expectClose(await f(...exchanged), upright, f.allowed(...exchanged), f.allowed(...args).map(transposed));
  });
}

/** Options with height and width exchanged in every pair. */
export function exchangedPairs<O extends object>(options: O): O {
  const entries = Object.entries(options).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.toReversed() : value,
  ]);
  return Object.fromEntries(entries) as O;
}

/** Strides only leave windows out: `calls` gives the strides, and the same arguments with them and without. */
export function stridesSkipWindows<A extends unknown[]>(
  inputs: fc.Arbitrary<A>,
  calls: (args: A) => { strides: Pair; strided: A; dense: A },
): Law<ImageFormula> {
  const name = 'strides of (s, t) keep every s-th row and every t-th column of the result';
  return law<ImageFormula, [A]>(name, fc.tuple(inputs), async (f, args) => {
    const {
      strides: [sh, sw],
      strided,
      dense,
    } = calls(args);
    const kept = (y: Images): Images =>
      y.map((image) => image.filter((_, i) => i % sh === 0).map((row) => row.filter((_, j) => j % sw === 0)));
    expectClose(await f(...strided), kept(await f(...dense)), f.allowed(...strided), kept(f.allowed(...dense)));
  });
}

/** The formula is additive in its images; `inputs` must have no bias. */
export function additiveInImages(inputs: fc.Arbitrary<ImageArguments>): Law<ImageFormula> {
  return law<ImageFormula, [ImageArguments, number[]]>(
    'the sum of two images gives the sum of their results',
    fc.tuple(inputs, numbers(grid, 31)),
    async (f, [x, ...rest], drawn) => {
      let next = 0;
      const other = mapNumbers(x, () => nth(drawn, next++ % drawn.length));
      const both = zipNumbers(x, other, (a, b) => a + b);
      const sum = zipNumbers(await f(x, ...rest), await f(other, ...rest), (a, b) => a + b);
      const each = [f.allowed(x, ...rest), f.allowed(other, ...rest)];
      expectClose(await f(both, ...rest), sum, f.allowed(both, ...rest), ...each, ...each);
    },
  );
}

/** The channels of the images add up: `channel` gives the arguments of one of them. */
export function sumOverChannels<A extends ImageArguments>(
  inputs: fc.Arbitrary<A>,
  channel: (args: A, c: number) => unknown[],
): Law<ImageFormula> {
  const name = 'the result is the sum of the results of each input channel alone';
  return law<ImageFormula, [A]>(name, fc.tuple(inputs), async (f, args) => {
    const together = await f(...args);
    let sum = mapNumbers(together, () => 0);
    let allowed = f.allowed(...args);
    for (const alone of times(imageSize(args[0])[2], (c) => channel(args, c))) {
      sum = zipNumbers(sum, await f(...alone), (a, b) => a + b);
      allowed = zipNumbers(allowed, f.allowed(...alone), (a, b) => a + 2 * b);
    }
    expectClose(together, sum, allowed);
  });
}

/** Images of one channel of images. */
export function channelOf(images: Images, c: number): Images {
  return images.map((image) => image.map((row) => row.map((pixel) => [nth(pixel, c)])));
}
