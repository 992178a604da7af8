import type { Conv2d } from '../../../../properties/convolution/conv2d.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { upTo, windowsAlong } from './shared/windows.ts';

/** Sums of products over the taps and channels of each window. */
export const conv2d: Authority<Conv2d> = {
  class: 'sum',
  exact: (x, kernel, bias, options) => {
    const [sh, sw] = options.strides.map((n) => n.toNumber());
    const [dh, dw] = options.dilations.map((n) => n.toNumber());
    const { padding } = options;
    const along = (size: number, taps: number, stride = 1, dilation = 1, sides?: readonly [Big, Big]) =>
      windowsAlong(
        size,
        taps,
        stride,
        dilation,
        typeof padding === 'string' || !sides ? (padding as 'valid') : [sides[0].toNumber(), sides[1].toNumber()],
      );
    const explicit = typeof padding === 'string' ? undefined : padding;
    return x.map((image) => {
      const rows = along(image.length, kernel.length, sh, dh, explicit && [explicit.top, explicit.bottom]);
      const columns = along(
        image[0]?.length ?? 0,
        kernel[0]?.length ?? 0,
        sw,
        dw,
        explicit && [explicit.left, explicit.right],
      );
      return upTo(rows.outputs).map((i) =>
        upTo(columns.outputs).map((j) =>
          bias.map((b, o) => {
            const products = kernel.flatMap((taps, u) =>
              taps.flatMap((channels, v) => {
                const r = i * (sh as number) + u * (dh as number) - rows.before;
                const s = j * (sw as number) + v * (dw as number) - columns.before;
                return (image[r]?.[s] ?? []).map((pixel, c) => pixel.times(channels[c]?.[o] as Big));
              }),
            );
            return sum(products).plus(b);
          }),
        ),
      );
    });
  },
  bound: (x, kernel, bias, options) => {
    const products = kernel.flat(2).length;
    return afterRoundings(products + 1, conv2d.exact(sizesOf(x), sizesOf(kernel), sizesOf(bias), options));
  },
};
