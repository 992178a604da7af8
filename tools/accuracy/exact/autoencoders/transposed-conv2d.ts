import type { TransposedConv2d } from '../../../../properties/autoencoders/transposed-conv2d.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot, sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { upTo, windowsAlong } from '../convolution/shared/windows.ts';

/** Each result gathers the pixels whose print reaches it. */
export const transposedConv2d: Authority<TransposedConv2d> = {
  class: 'sum',
  exact: (y, kernel, options) => {
    const [sh, sw] = options.strides.map((n) => n.toNumber()) as [number, number];
    const { padding } = options;
    const [kh, kw] = [kernel.length, kernel[0]?.length ?? 0];
    const large = (size: number, taps: number, stride: number): number =>
      padding === 'same' ? size * stride : (size - 1) * stride + Math.max(taps, stride);
    return y.map((image) => {
      const height = large(image.length, kh, sh);
      const width = large(image[0]?.length ?? 0, kw, sw);
      const top = windowsAlong(height, kh, sh, 1, padding).before;
      const left = windowsAlong(width, kw, sw, 1, padding).before;
      return upTo(height).map((r) =>
        upTo(width).map((s) =>
          (kernel[0]?.[0] ?? []).map((_, o) => {
            const prints: Big[] = [];
            image.forEach((row, i) => {
              row.forEach((pixel, j) => {
                const weights = kernel[r + top - i * sh]?.[s + left - j * sw]?.[o];
                if (weights) prints.push(dot(weights, pixel));
              });
            });
            return sum(prints);
          }),
        ),
      );
    });
  },
  bound: (y, kernel, options) => {
    const terms = kernel.flat().length + (kernel[0]?.[0]?.[0]?.length ?? 0);
    return afterRoundings(terms, transposedConv2d.exact(sizesOf(y), sizesOf(kernel), options));
  },
};
