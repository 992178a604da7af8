import type { Conv2dOptions } from '../../reference/convolution/conv2d.ts';
import type { Pair } from '../../reference/convolution/shared/sliding-window.ts';
import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Images, Kernel, Vector } from '../values/value.ts';
import type { Conv2d } from './conv2d.ts';

/** How a student counts windows along one axis; the first one begins `offset` pixels before the image. */
type Geometry = (size: number, extent: number, stride: number, padding: string) => { outputs: number; offset: number };

const zeros = (size: number, extent: number, stride: number): number =>
  Math.max((Math.ceil(size / stride) - 1) * stride + extent - size, 0);

const geometry: Geometry = (size, extent, stride, padding) =>
  padding === 'same'
    ? { outputs: Math.ceil(size / stride), offset: Math.floor(zeros(size, extent, stride) / 2) }
    : { outputs: Math.floor((size - extent) / stride) + 1, offset: 0 };

interface Deviation {
  geometry?: Geometry;
  strides?: (strides: Pair) => Pair;
  /** strides for the number of windows; default those between them */
  countedStrides?: (strides: Pair) => Pair;
  /** dilations of the taps */
  dilations?: (dilations: Pair) => Pair;
  /** dilations for the extent of the kernel; default those of the taps */
  extentDilations?: (dilations: Pair) => Pair;
}

/** A correct conv2d with pixels of 0 outside of the image, on which the wrong forms are based. */
function convolved(
  x: Images,
  kernel: Kernel,
  bias: Vector,
  options: Required<Conv2dOptions>,
  wrong: Deviation = {},
): Images | undefined {
  const given = options.dilations;
  const [sh, sw] = (wrong.strides ?? ((s) => s))(options.strides);
  const [ch, cw] = (wrong.countedStrides ?? (() => [sh, sw]))(options.strides);
  const [dh, dw] = (wrong.dilations ?? ((d) => d))(given);
  const [eh, ew] = (wrong.extentDilations ?? (() => [dh, dw]))(given);
  const padding = typeof options.padding === 'string' ? options.padding : 'valid';
  const along = wrong.geometry ?? geometry;
  const rows = along(x[0]?.length ?? 0, (kernel.length - 1) * eh + 1, ch, padding);
  const columns = along(x[0]?.[0]?.length ?? 0, ((kernel[0]?.length ?? 0) - 1) * ew + 1, cw, padding);
  if (rows.outputs < 1 || columns.outputs < 1) return undefined;
  return x.map((image) =>
    Array.from({ length: rows.outputs }, (_, i) =>
      Array.from({ length: columns.outputs }, (_, j) =>
        bias.map((b, o) => {
          let sum = b;
          kernel.forEach((taps, u) => {
            taps.forEach((weights, v) => {
              const pixel = image[i * sh + u * dh - rows.offset]?.[j * sw + v * dw - columns.offset];
              pixel?.forEach((value, c) => {
                sum += value * nth(nth(weights, c), o);
              });
            });
          });
          return sum;
        }),
      ),
    ),
  );
}

const flipped = (kernel: Kernel): Kernel => [...kernel].reverse().map((row) => [...row].reverse());
const transposed = (kernel: Kernel): Kernel => nth(kernel, 0).map((_, v) => kernel.map((row) => nth(row, v)));
const none = (): Pair => [1, 1];

export const misconceptions: readonly Misconception<Conv2d>[] = [
  {
    id: 'conv2d/kernel-flipped',
    title: 'true convolution: the kernel is flipped',
    hint: 'A Conv2D layer cross-correlates: the first weight of the kernel meets the first pixel of the window.',
    caughtBy: 'a kernel of a single 1 copies the pixels that its tap meets',
    rearranges: (x, kernel, bias, options) => [x, flipped(kernel), bias, options],
    implementation: (x, kernel, bias, options) => convolved(x, flipped(kernel), bias, options),
  },
  {
    id: 'conv2d/padding-before',
    title: "'same' puts the extra row and column of padding at the top and left",
    hint: "If 'same' needs an odd number of zeros, the extra one goes to the bottom or to the right.",
    caughtBy: "'same' is 'valid' on an image padded with zeros, the extra row and column at the bottom and right",
    implementation: (x, kernel, bias, options) =>
      convolved(x, kernel, bias, options, {
        geometry: (size, extent, stride, padding) => ({
          outputs: geometry(size, extent, stride, padding).outputs,
          offset: padding === 'same' ? Math.ceil(zeros(size, extent, stride) / 2) : 0,
        }),
      }),
  },
  {
    id: 'conv2d/padding-without-stride',
    title: "'same' pads by (k - 1) / 2 whatever the stride",
    hint: "With a stride above 1, 'same' needs fewer zeros: compute how far the last window reaches beyond the image.",
    caughtBy: "'same' is 'valid' on an image padded with zeros, the extra row and column at the bottom and right",
    implementation: (x, kernel, bias, options) =>
      convolved(x, kernel, bias, options, {
        geometry: (size, extent, stride, padding) => ({
          outputs: geometry(size, extent, stride, padding).outputs,
          offset: padding === 'same' ? Math.floor((extent - 1) / 2) : 0,
        }),
      }),
    readings: [
      // as many zeros on either side, and the windows that fit
      (x, kernel, bias, options) =>
        convolved(x, kernel, bias, options, {
          geometry: (size, extent, stride, padding) => {
            const offset = padding === 'same' ? Math.floor((extent - 1) / 2) : 0;
            return { outputs: Math.floor((size + 2 * offset - extent) / stride) + 1, offset };
          },
        }),
    ],
  },
  {
    id: 'conv2d/strides-swapped',
    title: 'the strides of rows and columns are swapped',
    hint: 'strides is [height, width]: the first moves the window down, the second moves it to the right.',
    caughtBy: 'a kernel of a single 1 copies the pixels that its tap meets',
    rearranges: (x, kernel, bias, { strides: [sh, sw], ...rest }) => [x, kernel, bias, { ...rest, strides: [sw, sh] }],
    implementation: (x, kernel, bias, options) =>
      convolved(x, kernel, bias, options, { strides: ([sh, sw]) => [sw, sh] }),
    readings: [
      // between the windows, but not in their number
      (x, kernel, bias, options) =>
        convolved(x, kernel, bias, options, { strides: ([sh, sw]) => [sw, sh], countedStrides: (strides) => strides }),
    ],
  },
  {
    id: 'conv2d/dilation-ignored',
    title: 'dilations are ignored',
    hint: 'With dilation d, neighbouring weights of the kernel meet pixels that are d apart.',
    caughtBy: 'a dilated kernel is one with zeros between its taps',
    implementation: (x, kernel, bias, options) => convolved(x, kernel, bias, options, { dilations: none }),
    readings: [
      // in the windows, but not in their number
      (x, kernel, bias, options) =>
        convolved(x, kernel, bias, options, { dilations: none, extentDilations: (dilations) => dilations }),
    ],
  },
  {
    id: 'conv2d/bias-ignored',
    title: 'the bias is not added',
    hint: 'Add bias[o] to every pixel of output channel o.',
    caughtBy: 'the bias is added to its channel',
    rearranges: (x, kernel, bias, options) => [x, kernel, bias.map(() => 0), options],
    implementation: (x, kernel, bias, options) =>
      convolved(
        x,
        kernel,
        bias.map(() => 0),
        options,
      ),
  },
  {
    id: 'conv2d/first-channel-only',
    title: 'only the first channel of the image is read',
    hint: 'Each output channel sums over all channels of the image, and each of those has its own weights.',
    caughtBy: 'the result is the sum of the results of each input channel alone',
    implementation: (x, kernel, bias, options) =>
      convolved(
        x.map((image) => image.map((row) => row.map((pixel) => pixel.slice(0, 1)))),
        kernel,
        bias,
        options,
      ),
  },
  {
    id: 'conv2d/kernel-transposed',
    title: 'height and width of the kernel are swapped',
    hint: 'The kernel is [height, width, in, out]: its first index goes with the rows of the image.',
    caughtBy: 'a kernel of a single 1 copies the pixels that its tap meets',
    rearranges: (x, kernel, bias, options) => [x, transposed(kernel), bias, options],
    implementation: (x, kernel, bias, options) => convolved(x, transposed(kernel), bias, options),
    readings: [
      // kernel[v][u], which exists for every u, v only if the kernel is square
      (x, kernel, bias, options) =>
        kernel.length === kernel[0]?.length ? convolved(x, transposed(kernel), bias, options) : undefined,
    ],
  },
];
