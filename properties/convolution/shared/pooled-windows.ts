import type { PoolOptions } from '../../../reference/convolution/shared/pooling.ts';
import { nth } from '../../values/nth.ts';
import { type ImagesOf, imageSize, paddedImages, windowStarts } from './padded-images.ts';

/**
 * The pixels of each window, `[image][row][column][channel]`, in reading order, with `beyond` for each pixel of padding.
 */
export function pooledWindows<T>(
  images: ImagesOf<T>,
  beyond: T,
  { window, strides, padding }: Required<PoolOptions>,
): T[][][][][] {
  const padded = paddedImages(images, beyond, window, { strides, dilations: [1, 1], padding });
  const [kh, kw] = window;
  const [height, width] = imageSize(padded);
  const tops = windowStarts(height, kh, strides[0], 1);
  const lefts = windowStarts(width, kw, strides[1], 1);
  return padded.map((image) =>
    tops.map((top) =>
      lefts.map((left) => {
        const pixels = image.slice(top, top + kh).flatMap((row) => row.slice(left, left + kw));
        return nth(pixels, 0).map((_, channel) => pixels.map((pixel) => nth(pixel, channel)));
      }),
    ),
  );
}
