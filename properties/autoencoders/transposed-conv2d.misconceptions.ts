import type { TransposedConv2dOptions } from '../../reference/autoencoders/transposed-conv2d.ts';
import type { Pair } from '../../reference/convolution/shared/sliding-window.ts';
import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Images, Kernel } from '../values/value.ts';
import type { TransposedConv2d } from './transposed-conv2d.ts';

interface Deviation {
  /** rows or columns cropped at the top or left, from the number to crop */
  cut?: (tooMany: number) => number;
  /** strides for the size of the result */
  measured?: (strides: Pair) => Pair;
  /** strides between the copies of the kernel */
  printed?: (strides: Pair) => Pair;
}

/** A correct transposed convolution, on which the wrong forms are based. */
function addedKernels(
  y: Images,
  kernel: Kernel,
  { strides, padding }: Required<TransposedConv2dOptions>,
  wrong: Deviation = {},
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
    hint: 'Each pixel adds the kernel as it is, not flipped: its first weight lands at the top left.',
    caughtBy: 'a pixel of 1 gives the kernel, placed one stride further for each pixel before it',
    rearranges: (y, kernel, options) => [y, flipped(kernel), options],
    implementation: (y, kernel, options) => addedKernels(y, flipped(kernel), options),
  },
  {
    id: 'transposedConv2d/stride-ignored',
    title: 'strides are ignored',
    hint: 'Neighbouring pixels place their kernels one stride apart, so the result is about stride times as large.',
    caughtBy: 'strides put zeros between the pixels',
    implementation: (y, kernel, options) => addedKernels(y, kernel, options, { measured: one, printed: one }),
    readings: [
      // between the copies of the kernel, but not in the size of the result
      (y, kernel, options) => addedKernels(y, kernel, options, { printed: one }),
    ],
  },
  {
    id: 'transposedConv2d/crop-before',
    title: "'same' crops the extra row and column at the top and left",
    hint: "If 'same' must crop an odd number of rows or columns, the extra one is cropped at the bottom or at the right.",
    caughtBy: "'same' is 'valid' with its border cropped, the extra row and column at the bottom and right",
    implementation: (y, kernel, options) =>
      addedKernels(y, kernel, options, { cut: (tooMany) => Math.ceil(tooMany / 2) }),
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
      return addedKernels(y, swapped, options);
    },
  },
];
