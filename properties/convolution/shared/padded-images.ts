import type { Pair, Sliding } from '../../../reference/convolution/shared/sliding-window.ts';
import type { Lifted } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';

/** Images of numbers, or of rounded numbers. */
export type ImagesOf<T> = readonly (readonly (readonly (readonly T[])[])[])[];

/** Rows and columns of padding on each side of an image. */
export interface Sides {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Images with the zeros that the options ask for around them, so that windows slide over them without padding. */
export function paddedImages<T>(
  images: ImagesOf<T>,
  zero: T,
  [kh, kw]: Pair,
  { strides, dilations, padding }: Sliding,
): T[][][][] {
  if (typeof padding === 'object') return surrounded(images, zero, padding);
  if (padding === 'valid') return surrounded(images, zero, { top: 0, bottom: 0, left: 0, right: 0 });
  const [height, width] = imageSize(images);
  const [top, bottom] = sameZeros(height, kh, strides[0], dilations[0]);
  const [left, right] = sameZeros(width, kw, strides[1], dilations[1]);
  return surrounded(images, zero, { top, bottom, left, right });
}

/** Images with rows and columns of one value around them. */
export function surrounded<T>(images: ImagesOf<T>, value: T, { top, bottom, left, right }: Sides): T[][][][] {
  const [, width, channels] = imageSize(images);
  const pixels = (count: number): T[][] => times(count, () => times(channels, () => value));
  return images.map((image) => [
    ...times(top, () => pixels(left + width + right)),
    ...image.map((row) => [...pixels(left), ...row.map((pixel) => [...pixel]), ...pixels(right)]),
    ...times(bottom, () => pixels(left + width + right)),
  ]);
}

/** Height, width and channels of images, which are all of the same size. */
export function imageSize(images: ImagesOf<unknown>): [height: number, width: number, channels: number] {
  const [image = []] = images;
  const [row = []] = image;
  const [pixel = []] = row;
  return [image.length, row.length, pixel.length];
}

/** Rows and columns of a kernel. */
export function tapsOf(kernel: readonly (readonly unknown[])[]): Pair {
  return [kernel.length, nth(kernel, 0).length];
}

/** The first element of each window along an axis whose padding is written out. */
export function windowStarts(size: number, taps: number, stride: number, dilation: number): number[] {
  const starts: number[] = [];
  for (let first = 0; first + (taps - 1) * dilation < size; first += stride) starts.push(first);
  return starts;
}

/** The numbers of a lifted pair. */
export function loweredPair([height, width]: Lifted<Pair>): Pair {
  return [height.value, width.value];
}

/** `[f(0), ..., f(n - 1)]` */
export function times<T>(n: number, f: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => f(i));
}

/** Zeros before and after an axis, so that there are ceil(size / stride) windows. */
function sameZeros(size: number, taps: number, stride: number, dilation: number): Pair {
  const lastElement = size - 1;
  const lastWindow = lastElement - (lastElement % stride);
  const missing = Math.max(0, lastWindow + (taps - 1) * dilation - lastElement);
  return [missing >> 1, missing - (missing >> 1)];
}
