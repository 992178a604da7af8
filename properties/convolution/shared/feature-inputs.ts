import fc from 'fast-check';
import { type Filler, grid, size } from '../../inputs/inputs.ts';
import type { Images } from '../../values/value.ts';
import { imageSize, tapsOf } from './padded-images.ts';
import { type Layer, plainConvolution, rectified } from './plain-features.ts';

const several = fc.integer({ min: 1, max: 3 });

/** How large images are, and the kernel that slides over them. */
export interface FeatureShape {
  images: number;
  height: number;
  width: number;
  channels: number;
  taps: [height: number, width: number];
}

/** Small enough for a grader. Kernels may be larger than an image, under 'same'. */
export const featureShapes: fc.Arbitrary<FeatureShape> = fc
  .record({
    images: size(2),
    height: size(4),
    width: size(4),
    channels: size(3),
    taps: fc.tuple(several, several),
  })
  .map((shape) => (shape.height * shape.width * shape.channels > 24 ? { ...shape, images: 1 } : shape));

/** Weights as drawn, or a quarter of them, so that a layer does not drown what skips it. */
export const kernelScale: fc.Arbitrary<number> = fc.constantFrom(1, 0.25);

/** Eighths and less of size 1 at most, whose steps of central differences are 2^-9. */
export const small: fc.Arbitrary<number> = grid.map((x) => x / 4);

/** A layer that takes images of so many channels. */
export function layerOf(
  fill: Filler,
  [kh, kw]: readonly [number, number],
  channels: number,
  filters: number,
  scale = 1,
): Layer {
  const kernel = fill.rank4(kh, kw, channels, filters);
  return {
    kernel: kernel.map((taps) => taps.map((into) => into.map((out) => out.map((w) => scale * w)))),
    bias: fill.vector(filters),
  };
}

/** Images of a shape. */
export function imagesOf(fill: Filler, { images, height, width, channels }: Omit<FeatureShape, 'taps'>): Images {
  return fill.rank4(images, height, width, channels);
}

/** A layer of features in a stack; `together` is what becomes of them and of the images that they were made of. */
export interface Step {
  layer: Layer;
  together?: (features: Images, x: Images) => Images;
}

/**
 * What comes out of a stack, and how far a step of central differences may move it; null if that may bring a drive to the
 * other side of 0. One number of size 1 at most moves by up to 2^-9, and what it moves passes through the layers behind it.
 */
export function settled(x: Images, steps: readonly Step[]): { result: Images; moved: number } | null {
  let moved = 2 ** -9;
  let result = x;
  for (const { layer, together } of steps) {
    const drives = plainConvolution(result, layer);
    const driven = moved * largestFilter(layer) + 2 ** -9 * Math.max(1, ...result.flat(3).map(Math.abs));
    if (drives.flat(3).some((z) => Math.abs(z) <= driven)) return null;
    result = together ? together(rectified(drives), result) : rectified(drives);
    moved = together ? moved + driven : driven;
  }
  return { result, moved };
}

/** Whether no drive of layers one after the other is so close to 0 that central differences may step over the kink. */
export function clearOfKinks(x: Images, layers: readonly Layer[]): boolean {
  const steps = layers.map((layer) => ({ layer }));
  return settled(x, steps) !== null;
}

/** The largest sum of the sizes of the weights of one filter. */
function largestFilter({ kernel, bias }: Layer): number {
  return Math.max(...bias.map((_, o) => kernel.flat(2).reduce((sum, out) => sum + Math.abs(out[o] as number), 0)));
}

/** Hard cases of a formula that makes features of images, which come first; `layer` is the one that slides over them. */
export function featureHardCases<A extends [x: Images, ...rest: unknown[]]>(
  layer: (...args: A) => Layer,
): Record<string, (...args: A) => boolean> {
  const ofImages =
    (test: (x: Images) => boolean) =>
    (...args: A) =>
      test(args[0]);
  const ofKernel =
    (test: (kh: number, kw: number, x: Images) => boolean) =>
    (...args: A) => {
      const [kh, kw] = tapsOf(layer(...args).kernel);
      return test(kh, kw, args[0]);
    };
  return {
    'more than one image': ofImages((x) => x.length > 1),
    'more than one channel': ofImages((x) => imageSize(x)[2] > 1),
    'image not square': ofImages((x) => imageSize(x)[0] !== imageSize(x)[1]),
    'one pixel': ofImages((x) => imageSize(x)[0] * imageSize(x)[1] === 1),
    'a negative pixel': ofImages((x) => x.flat(3).some((pixel) => pixel < 0)),
    'kernel not square': ofKernel((kh, kw) => kh !== kw),
    'square kernel above 1': ofKernel((kh, kw) => kh === kw && kh > 1),
    'even kernel': ofKernel((kh, kw) => kh === 2 || kw === 2),
    '1x1 kernel': ofKernel((kh, kw) => kh * kw === 1),
    'kernel larger than the image': ofKernel((kh, kw, x) => kh > imageSize(x)[0] || kw > imageSize(x)[1]),
    'a bias of 0': (...args) => layer(...args).bias.includes(0),
    'a bias that is not 0': (...args) => layer(...args).bias.some((b) => b !== 0),
  };
}

/** Whether some drives of a layer are positive and some negative. */
export function drivesOfBothSigns(x: Images, layer: Layer): boolean {
  const drives = plainConvolution(x, layer).flat(3);
  return drives.some((z) => z > 0) && drives.some((z) => z < 0);
}
