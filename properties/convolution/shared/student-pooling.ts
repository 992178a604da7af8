import type { PoolOptions } from '../../../reference/convolution/shared/pooling.ts';
import type { Pair } from '../../../reference/convolution/shared/sliding-window.ts';
import { nth } from '../../values/nth.ts';
import type { Images } from '../../values/value.ts';

interface Deviation {
  /** the window that the loops run over */
  window?: (window: Pair) => Pair;
  /** the strides, from those given and the window of the options */
  strides?: (given: Pair | undefined, window: Pair) => Pair;
}

/**
 * Pooling as a student writes it, with `reduce` over the pixels of a window and the number of zeros around the image
 * that it covers; undefined if no window fits.
 */
export function pooledByStudent(
  x: Images,
  options: PoolOptions = {},
  reduce: (pixels: number[], zeros: number) => number,
  wrong: Deviation = {},
): Images | undefined {
  const given = options.window ?? [2, 2];
  const [kh, kw] = (wrong.window ?? ((window) => window))(given);
  const [sh, sw] = (wrong.strides ?? ((strides, window) => strides ?? window))(options.strides, given);
  const rows = starts(x[0]?.length ?? 0, kh, sh, options.padding);
  const columns = starts(x[0]?.[0]?.length ?? 0, kw, sw, options.padding);
  if (rows.length === 0 || columns.length === 0) return undefined;
  return x.map((image) =>
    rows.map((top) =>
      columns.map((left) =>
        (image[0]?.[0] ?? []).map((_, channel) => {
          const pixels: number[] = [];
          for (let r = top; r < top + kh; r++) {
            for (let s = left; s < left + kw; s++) {
              const pixel = image[r]?.[s];
              if (pixel) pixels.push(nth(pixel, channel));
            }
          }
          return reduce(pixels, kh * kw - pixels.length);
        }),
      ),
    ),
  );
}

function starts(size: number, taps: number, stride: number, padding: PoolOptions['padding']): number[] {
  const same = padding === 'same';
  const count = same ? Math.ceil(size / stride) : Math.floor((size - taps) / stride) + 1;
  const before = same ? Math.floor(Math.max((count - 1) * stride + taps - size, 0) / 2) : 0;
  return Array.from({ length: Math.max(count, 0) }, (_, i) => i * stride - before);
}
