import { imagesShape, type NdArray } from '../../ndarray.ts';

/**
 * Where the pixels of each feature map lie in the flat data of images `[N, H, W, C]`, in reading order: one list for each
 * image and channel, in the order of a matrix `[N, C]`.
 */
export function featureMaps(x: NdArray): number[][] {
  const [images, height, width, channels] = imagesShape('x', x);
  const pixels = height * width;
  return Array.from({ length: images * channels }, (_, k) => {
    const [image, channel] = [Math.floor(k / channels), k % channels];
    return Array.from({ length: pixels }, (_, p) => (image * pixels + p) * channels + channel);
  });
}
