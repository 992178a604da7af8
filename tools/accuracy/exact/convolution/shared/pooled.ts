import type { Images } from '../../../../../properties/values/value.ts';
import type { PoolOptions } from '../../../../../reference/convolution/shared/pooling.ts';
import type { Exact } from '../../../authority.ts';
import type { Big } from '../../../big.ts';
import { upTo, windowsAlong } from './windows.ts';

/** Applies a function to the pixels of each window that lie within the image. */
export function exactPooled(
  x: Exact<Images>,
  options: Exact<Required<PoolOptions>>,
  f: (pixels: readonly Big[]) => Big,
): Big[][][][] {
  const [kh, kw] = options.window.map((n) => n.toNumber());
  const [sh, sw] = options.strides.map((n) => n.toNumber());
  const { padding } = options;
  return x.map((image) => {
    const rows = windowsAlong(image.length, kh as number, sh as number, 1, padding);
    const columns = windowsAlong(image[0]?.length ?? 0, kw as number, sw as number, 1, padding);
    const channels = image[0]?.[0]?.length ?? 0;
    return upTo(rows.outputs).map((i) =>
      upTo(columns.outputs).map((j) =>
        upTo(channels).map((c) => {
          const pixels = upTo(kh as number).flatMap((u) =>
            upTo(kw as number).map(
              (v) => image[i * (sh as number) + u - rows.before]?.[j * (sw as number) + v - columns.before]?.[c],
            ),
          );
          return f(pixels.filter((pixel) => pixel !== undefined));
        }),
      ),
    );
  });
}
