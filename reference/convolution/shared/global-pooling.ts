import { imagesShape, type NdArray } from '../../ndarray.ts';

/** The feature maps of images `[N, H, W, C]`, one for each image and channel, in the order of a matrix `[N, C]`. */
export interface FeatureMaps {
  shape: [images: number, channels: number];
  /** where the pixels of each map lie in the flat data of the images, in reading order */
  places: number[][];
}

/**
 * The feature maps of images.
 *
 * @throws {TypeError} `x` is not an ndarray.
 * @throws {RangeError} It is not of rank 4, or is empty.
 */
export function featureMaps(x: NdArray): FeatureMaps {
  const [images, height, width, channels] = imagesShape('x', x);
  const pixels = height * width;
  const places = Array.from({ length: images * channels }, (_, k) => {
    const [image, channel] = [Math.floor(k / channels), k % channels];
    return Array.from({ length: pixels }, (_, p) => (image * pixels + p) * channels + channel);
  });
  return { shape: [images, channels], places };
}
