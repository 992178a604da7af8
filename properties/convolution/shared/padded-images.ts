import type { Conv2dOptions } from '../../../reference/convolution/conv2d.ts';
import type { Pair } from '../../../reference/convolution/shared/sliding-window.ts';

/** Images of numbers, or of rounded numbers. */
export type ImagesOf<T> = readonly (readonly (readonly (readonly T[])[])[])[];

/** Images of [height, width] with the padding written out, so that windows slide over them without any. */
export function paddedImages<T>(
  images: ImagesOf<T>,
  zero: T,
  [kh, kw]: Pair,
  { strides = [1, 1], dilations = [1, 1], padding = 'valid' }: Conv2dOptions = {},
): T[][][][] {
  const [height, width, channels] = imageSize(images);
  const [top, bottom] =
    typeof padding === 'object'
      ? [padding.top, padding.bottom]
      : padding === 'same'
        ? sameZeros(height, kh, strides[0], dilations[0])
        : [0, 0];
  const [left, right] =
    typeof padding === 'object'
      ? [padding.left, padding.right]
      : padding === 'same'
        ? sameZeros(width, kw, strides[1], dilations[1])
        : [0, 0];
  const pixels = (count: number): T[][] => times(count, () => times(channels, () => zero));
  return images.map((image) => [
    ...times(top, () => pixels(left + width + right)),
    ...image.map((row) => [...pixels(left), ...row.map((pixel) => [...pixel]), ...pixels(right)]),
    ...times(bottom, () => pixels(left + width + right)),
  ]);
}

/** Height, width and channels of images, which are all alike. */
export function imageSize(images: ImagesOf<unknown>): [height: number, width: number, channels: number] {
  const [image = []] = images;
  const [row = []] = image;
  const [pixel = []] = row;
  return [image.length, row.length, pixel.length];
}

/** The first element of each window along an axis whose padding is written out. */
export function windowStarts(size: number, taps: number, stride: number, dilation: number): number[] {
  const starts: number[] = [];
  for (let first = 0; first + (taps - 1) * dilation < size; first += stride) starts.push(first);
  return starts;
}

/** `[f(0), ..., f(n - 1)]` */
export function times<T>(n: number, f: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => f(i));
}

/** Zeros before and after, so that there are as many windows as strides in the axis, begun ones counted. */
function sameZeros(size: number, taps: number, stride: number, dilation: number): Pair {
  const lastElement = size - 1;
  const lastWindow = lastElement - (lastElement % stride);
  const missing = Math.max(0, lastWindow + (taps - 1) * dilation - lastElement);
  return [missing >> 1, missing - (missing >> 1)];
}
