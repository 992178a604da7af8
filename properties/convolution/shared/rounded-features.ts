import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';
import { type ImagesOf, paddedImages, tapsOf } from './padded-images.ts';
import { SAME } from './plain-features.ts';

interface RoundedLayer {
  kernel: Rounded[][][][];
  bias: Rounded[];
}

/** relu of a convolution with stride 1 and 'same' padding, in running-error arithmetic. */
export function roundedFeatures(r: Rounding, x: ImagesOf<Rounded>, { kernel, bias }: RoundedLayer): Rounded[][][][] {
  const padded = paddedImages(x, r.exact(0), tapsOf(kernel), SAME);
  const one = r.exact(1);
  return x.map((image, n) =>
    image.map((row, i) =>
      row.map((_, j) =>
        bias.map((b, o) => {
          const pixels = kernel.flatMap((taps, u) => taps.flatMap((_tap, v) => nth(nth(nth(padded, n), i + u), j + v)));
          const weights = kernel.flatMap((taps) => taps.flatMap((into) => into.map((out) => nth(out, o))));
          return r.relu(r.dot([...pixels, b], [...weights, one]));
        }),
      ),
    ),
  );
}
