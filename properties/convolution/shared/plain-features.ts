import type { Conv2dOptions } from '../../../reference/convolution/conv2d.ts';
import { nth } from '../../values/nth.ts';
import { mapNumbers, zipNumbers } from '../../values/tree.ts';
import type { Images, Kernel, Vector } from '../../values/value.ts';
import { convolvedByStudent, type Deviation } from './student-convolution.ts';

/** The weights of a convolution as plain arrays. */
export interface Layer {
  kernel: Kernel;
  bias: Vector;
}

/** A convolution of images, right or wrong. */
export type Convolution = (x: Images, layer: Layer) => Images;

/** Stride 1 and 'same' padding. */
export const SAME: Required<Conv2dOptions> = { strides: [1, 1], dilations: [1, 1], padding: 'same' };

/** A convolution with stride 1 and 'same' padding over plain arrays, with a mistake or without. */
export function plainConvolution(x: Images, { kernel, bias }: Layer, wrong: Deviation = {}): Images {
  const drives = convolvedByStudent(x, kernel, bias, SAME, wrong);
  if (!drives) throw new Error("images without a window, under 'same'");
  return drives;
}

export function rectified(images: Images): Images {
  return mapNumbers(images, (z) => Math.max(0, z));
}

/** relu of a convolution with stride 1 and 'same' padding. */
export function plainFeatures(x: Images, layer: Layer): Images {
  return rectified(plainConvolution(x, layer));
}

export function summed(a: Images, b: Images): Images {
  return zipNumbers(a, b, (p, q) => p + q);
}

/** Channel by channel, the second images behind the first. */
export function joined<T>(
  a: readonly (readonly (readonly (readonly T[])[])[])[],
  b: readonly (readonly (readonly (readonly T[])[])[])[],
): T[][][][] {
  return a.map((image, n) => image.map((row, i) => row.map((pixel, j) => [...pixel, ...nth(nth(nth(b, n), i), j)])));
}

/** The channels of images from one on, up to another without it. */
export function channelsOf(images: Images, from: number, end?: number): Images {
  return images.map((image) => image.map((row) => row.map((pixel) => pixel.slice(from, end))));
}

/** The features of a layer whose bias is added after relu. */
export function featuresBiasedLate(x: Images, { kernel, bias }: Layer): Images {
  const unbiased = plainFeatures(x, { kernel, bias: bias.map(() => 0) });
  return unbiased.map((image) => image.map((row) => row.map((pixel) => pixel.map((f, o) => f + nth(bias, o)))));
}
