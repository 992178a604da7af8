import fc from 'fast-check';
import type { TransposedConv2dOptions } from '../../../reference/autoencoders/transposed-conv2d.ts';
import type { Pair } from '../../../reference/convolution/shared/sliding-window.ts';
import { given, mild, numbers, options, size, take } from '../../inputs/inputs.ts';
import { completeOptions } from '../../parameters/completed.ts';
import * as is from '../../parameters/parameter.ts';
import type { Images, Kernel } from '../../values/value.ts';

export type TransposedConv2dArguments = [y: Images, kernel: Kernel, options?: TransposedConv2dOptions | undefined];

export const TRANSPOSED_CONV2D_OPTIONS = is.options({
  strides: is.pair(1, { default: [1, 1] }),
  padding: is.choice(['valid', 'same'], { default: 'valid' }),
});

/** Options with their defaults. */
export const complete = (chosen: TransposedConv2dOptions | undefined): Required<TransposedConv2dOptions> =>
  completeOptions(TRANSPOSED_CONV2D_OPTIONS, chosen);

const several = fc.integer({ min: 1, max: 3 });
const pair: fc.Arbitrary<Pair> = fc.tuple(several, several);

export const transposedConv2dInputs = (element: fc.Arbitrary<number> = mild): fc.Arbitrary<TransposedConv2dArguments> =>
  fc
    .tuple(
      fc.record({ images: size(2), extent: pair, taps: pair, channels: size(2), filters: size(2) }),
      numbers(element, 73),
      options<Required<TransposedConv2dOptions>>({ strides: pair, padding: fc.constantFrom('valid', 'same', 'same') }),
    )
    .map(([{ images, extent, taps, channels, filters }, drawn, chosen]) => {
      const [h, w] = extent;
      const [kh, kw] = taps;
      const fill = take(drawn);
      const y = fill.rank4(h * w > 4 ? 1 : images, h, w, channels);
      return given(y, fill.rank4(kh, kw, filters, channels), chosen);
    });
