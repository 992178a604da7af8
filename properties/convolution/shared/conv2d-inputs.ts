import fc from 'fast-check';
import type { Conv2dOptions } from '../../../reference/convolution/conv2d.ts';
import type { Pair } from '../../../reference/convolution/shared/sliding-window.ts';
import { given, mild, numbers, options, size, take } from '../../inputs/inputs.ts';
import { completeOptions } from '../../parameters/completed.ts';
import * as is from '../../parameters/parameter.ts';
import type { Images, Kernel, Vector } from '../../values/value.ts';
import type { Sides } from './padded-images.ts';

export type Conv2dArguments = [x: Images, kernel: Kernel, bias: Vector, options?: Conv2dOptions | undefined];

export const CONV2D_OPTIONS = is.options({
  strides: is.pair(1, { default: [1, 1] }),
  dilations: is.pair(1, { default: [1, 1], mostTried: 256 }),
  padding: is.choice(['valid', 'same'], {
    default: 'valid',
    orRecord: is.record({ top: is.integer(0), bottom: is.integer(0), left: is.integer(0), right: is.integer(0) }),
  }),
});

/** Options with their defaults. */
export function complete({ padding, ...pairs }: Conv2dOptions = {}): Required<Conv2dOptions> {
  return { ...completeOptions(CONV2D_OPTIONS, pairs), ...(padding === undefined ? {} : { padding }) };
}

const pair = (most: number): fc.Arbitrary<Pair> => fc.tuple(size(most), size(most));
const several = fc.integer({ min: 1, max: 3 });

interface Shape {
  taps: Pair;
  channels: number;
  filters: number;
  images: number;
  /** rows and columns beyond the kernel, without padding */
  spare: Pair;
  /** height and width under 'same' */
  extent: Pair;
}

/** Small enough for a grader. */
const shapes: fc.Arbitrary<Shape> = fc.record({
  taps: fc.tuple(several, several),
  channels: size(3),
  filters: size(2),
  images: size(2),
  spare: fc.tuple(fc.nat(3), fc.nat(3)),
  extent: pair(6),
});
const words = fc.constantFrom('valid' as const, 'same' as const, 'same' as const);
const side = fc.nat(2);
export const sides: fc.Arbitrary<Sides> = fc.record({ top: side, bottom: side, left: side, right: side });

function argumentsOf(
  { taps: [kh, kw], channels, filters, images, spare, extent }: Shape,
  drawn: readonly number[],
  chosen: Conv2dOptions | undefined,
): Conv2dArguments {
  const {
    dilations: [dh, dw],
    padding,
  } = complete(chosen);
  const [height, width] = padding === 'same' ? extent : [(kh - 1) * dh + 1 + spare[0], (kw - 1) * dw + 1 + spare[1]];
  const batch = height * width * channels * images > 80 ? 1 : images;
  const read = height * width * channels > 80 ? 1 : channels;
  const fill = take(drawn);
  return given(fill.rank4(batch, height, width, read), fill.rank4(kh, kw, read, filters), fill.vector(filters), chosen);
}

/** Taps 3 apart only if the kernel is small, and one of strides and dilations all 1, as the contract says. */
function withinContract([kh, kw]: Pair, drawn: Conv2dOptions | undefined, strided: boolean): typeof drawn {
  if (!drawn?.dilations) return drawn;
  const near = (taps: number, dilation: number): number => (taps === 3 ? Math.min(dilation, 2) : dilation);
  const dilations: Pair = [near(kh, drawn.dilations[0]), near(kw, drawn.dilations[1])];
  if (!drawn.strides || Math.max(...drawn.strides) === 1 || Math.max(...dilations) === 1)
    return { ...drawn, dilations };
  return strided ? { ...drawn, dilations: [1, 1] } : { ...drawn, strides: [1, 1], dilations };
}

/** Any options, and often 'same' with strides, whose zeros are easy to miscount. */
const choices: fc.Arbitrary<Conv2dOptions | undefined> = fc.oneof(
  {
    arbitrary: options<Required<Conv2dOptions>>({ strides: pair(3), dilations: pair(3), padding: words }),
    weight: 3,
  },
  { arbitrary: fc.record({ strides: fc.tuple(several, several), padding: fc.constant('same' as const) }), weight: 1 },
);

export const conv2dInputs = (element: fc.Arbitrary<number> = mild): fc.Arbitrary<Conv2dArguments> =>
  fc
    .tuple(shapes, numbers(element, 89), choices, fc.boolean())
    .map(([shape, drawn, chosen, strided]) => argumentsOf(shape, drawn, withinContract(shape.taps, chosen, strided)));

/** Strides and dilations both above 1, and rows and columns of padding by number. */
export const furtherInputs: fc.Arbitrary<Conv2dArguments> = fc
  .tuple(shapes, numbers(mild, 89), pair(3), pair(2), fc.oneof(words, sides))
  .map(([shape, drawn, strides, dilations, padding]) => argumentsOf(shape, drawn, { strides, dilations, padding }));
