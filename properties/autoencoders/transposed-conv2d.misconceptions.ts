import type { TransposedConv2dOptions } from '../../reference/autoencoders/transposed-conv2d.ts';
import type { Pair } from '../../reference/convolution/shared/sliding-window.ts';
import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Images, Kernel } from '../values/value.ts';
import type { TransposedConv2d } from './transposed-conv2d.ts';

interface Departure {
  /** rows or columns cut off before the first, of so many too many */
  cut?: (tooMany: number) => number;
  /** strides that the result is measured with */
  measured?: (strides: Pair) => Pair;
  /** strides that the kernel is printed with */
  printed?: (strides: Pair) => Pair;
}

/** Right transposed convolution, from which the wrong forms depart. */
function printedKernels(
  y: Images,
  kernel: Kernel,
  { strides, padding }: Required<TransposedConv2dOptions>,
  wrong: Departure = {},
): Images {
  const measured = (wrong.measured ?? ((s) => s))(strides);
  const [sh, sw] = (wrong.printed ?? ((s) => s))(strides);
  const cut = wrong.cut ?? ((tooMany: number) => Math.floor(tooMany / 2));
  const along = (size: number, taps: number, stride: number): { size: number; before: number } =>
    padding === 'same'
      ? { size: size * stride, before: cut(Math.max(taps - stride, 0)) }
      : { size: (size - 1) * stride + Math.max(taps, stride), before: 0 };
  const rows = along(y[0]?.length ?? 0, kernel.length, measured[0]);
  const columns = along(y[0]?.[0]?.length ?? 0, kernel[0]?.length ?? 0, measured[1]);
  const filters = kernel[0]?.[0]?.length ?? 0;
  return y.map((image) => {
    const x = Array.from({ length: rows.size }, () =>
      Array.from({ length: columns.size }, () => Array.from({ length: filters }, () => 0)),
    );
    image.forEach((row, i) => {
      row.forEach((pixel, j) => {
        kernel.forEach((taps, u) => {
          taps.forEach((weights, v) => {
            const target = x[i * sh + u - rows.before]?.[j * sw + v - columns.before];
            if (!target) return;
            weights.forEach((into, o) => {
              target[o] = into.reduce((sum, weight, c) => sum + weight * nth(pixel, c), nth(target, o));
            });
          });
        });
      });
    });
    return x;
  });
}

const flipped = (kernel: Kernel): Kernel => [...kernel].reverse().map((row) => [...row].reverse());
const one = (): Pair => [1, 1];

export const misconceptions: readonly Misconception<TransposedConv2d>[] = [
  {
    id: 'transposedConv2d/kernel-flipped',
    title: 'the kernel is flipped',
    hint: 'Each pixel prints the kernel as it stands: the first weight lands at the top left of the print.',
    caughtBy: 'a pixel of 1 prints the kernel, a stride further for each pixel before it',
    implementation: (y, kernel, options) => printedKernels(y, flipped(kernel), options),
  },
  {
    id: 'transposedConv2d/stride-ignored',
    title: 'strides are ignored',
    hint: 'Neighbouring pixels print their kernels one stride apart, so that the result is about stride times as large.',
    caughtBy: 'strides put zeros between the pixels',
    implementation: (y, kernel, options) => printedKernels(y, kernel, options, { measured: one, printed: one }),
    readings: [
      // where the kernel is printed, though not in the size of the result
      (y, kernel, options) => printedKernels(y, kernel, options, { printed: one }),
    ],
  },
  {
    id: 'transposedConv2d/crop-before',
    title: "'same' cuts the odd row and column off at the top and left",
    hint: "Where 'same' has an odd number of rows too many, the one more is cut off at the bottom, and at the right.",
    caughtBy: "'same' is 'valid' without its rim, the odd row and column cut off at the bottom and right",
    implementation: (y, kernel, options) =>
      printedKernels(y, kernel, options, { cut: (tooMany) => Math.ceil(tooMany / 2) }),
  },
  {
    id: 'transposedConv2d/channels-swapped',
    title: 'channels in and out of the kernel are swapped',
    hint: 'The kernel is [height, width, out, in], unlike that of conv2d: its last axis goes with the channels of y.',
    caughtBy: 'two channels in, two out',
    implementation: (y, kernel, options) => {
      const weights = kernel[0]?.[0] ?? [];
      if (weights.length !== weights[0]?.length) return undefined;
      const swapped = kernel.map((row) => row.map((out) => out.map((_, o) => out.map((into) => nth(into, o)))));
      return printedKernels(y, swapped, options);
    },
  },
];
