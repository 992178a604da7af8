import type { PlanarPadding } from '../../../../../reference/convolution/shared/planar.ts';
import { type Big, sum } from '../../../big.ts';
import { upTo } from './windows.ts';

/** The convolution of an image with a kernel, from all places where the two meet: each pixel goes to all places that it reaches. */
export function exactConvolved(
  image: readonly (readonly Big[])[],
  kernel: readonly (readonly Big[])[],
  padding: PlanarPadding,
): Big[][] {
  const [kh, kw] = [kernel.length, kernel[0]?.length ?? 0];
  const [height, width] = [image.length, image[0]?.length ?? 0];
  const terms = upTo(height + kh - 1).map(() => upTo(width + kw - 1).map((): Big[] => []));
  image.forEach((row, r) => {
    row.forEach((pixel, s) => {
      kernel.forEach((weights, u) => {
        weights.forEach((weight, v) => terms[r + u]?.[s + v]?.push(pixel.times(weight)));
      });
    });
  });
  const full = terms.map((row) => row.map(sum));
  if (padding === 'full') return full;
  if (padding === 'valid') return full.slice(kh - 1, height).map((row) => row.slice(kw - 1, width));
  const [top, left] = [Math.floor((kh - 1) / 2), Math.floor((kw - 1) / 2)];
  return full.slice(top, top + height).map((row) => row.slice(left, left + width));
}
