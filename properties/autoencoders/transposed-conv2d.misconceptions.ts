import type { TransposedConv2dOptions } from '../../reference/autoencoders/transposed-conv2d.ts';
import type { Pair } from '../../reference/convolution/shared/sliding-window.ts';
import type { Misconception, WrongForm } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Images, Kernel } from '../values/value.ts';
import type { TransposedConv2d } from './transposed-conv2d.ts';

/** The length of the result along one axis, and how many rows or columns before its first one a kernel may begin. */
type Geometry = (size: number, taps: number, stride: number, padding: string) => { size: number; before: number };

interface Deviation {
  geometry?: Geometry;
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
): Images | undefined {
  const measured = (wrong.measured ?? ((s) => s))(strides);
  const [sh, sw] = (wrong.printed ?? ((s) => s))(strides);
  const cut = wrong.cut ?? ((tooMany: number) => Math.floor(tooMany / 2));
  const right: Geometry = (size, taps, stride) =>
    padding === 'same'
      ? { size: size * stride, before: cut(Math.max(taps - stride, 0)) }
      : { size: (size - 1) * stride + Math.max(taps, stride), before: 0 };
  const along = wrong.geometry ?? right;
  const rows = along(y[0]?.length ?? 0, kernel.length, measured[0], padding);
  const columns = along(y[0]?.[0]?.length ?? 0, kernel[0]?.length ?? 0, measured[1], padding);
  if (rows.size < 1 || columns.size < 1) return undefined;
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
type Zeros = (taps: number, stride: number) => number;
const asOfConvolution: Zeros = (taps) => taps - 1;
const asToCrop: Zeros = (taps, stride) => Math.max(taps - stride, 0);

/** 'same' with zeros around the input; 'valid' is right. */
const padded =
  (zeros: Zeros): Geometry =>
  (size, taps, stride, padding) => {
    const around = padding === 'same' ? zeros(taps, stride) : 0;
    return { size: (size + around - 1) * stride + Math.max(taps, stride), before: -Math.floor(around / 2) * stride };
  };

/** The same with zeros around the pixels and the zeros between them. */
const paddedLater =
  (zeros: Zeros): Geometry =>
  (size, taps, stride, padding) => {
    const around = padding === 'same' ? zeros(taps, stride) : 0;
    return { size: (size - 1) * stride + Math.max(taps, stride) + around, before: -Math.floor(around / 2) };
  };

/** A convolution of the pixels with zeros between them, padded as in conv2d. */
const convolved =
  (stretched: (size: number, stride: number) => number): Geometry =>
  (size, taps, stride, padding) =>
    padding === 'same'
      ? { size: stretched(size, stride), before: Math.ceil((taps - 1) / 2) }
      : { size: stretched(size, stride) - taps + 1, before: taps - 1 };

const between = (size: number, stride: number): number => (size - 1) * stride + 1;
const behindEach = (size: number, stride: number): number => size * stride;

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
  {
    id: 'transposedConv2d/padding-around-input',
    title: 'zeros around the input, where the result is to be cropped',
    hint: "Padding works the other way round here: 'valid' keeps the whole sum of the kernels, and 'same' crops its border to size times stride; no zeros go around y as they do in conv2d.",
    caughtBy: "'same' is 'valid' with its border cropped, the extra row and column at the bottom and right",
    implementation: (y, kernel, options) => addedKernels(y, kernel, options, { geometry: padded(asToCrop) }),
    readings: [
      ...[padded(asOfConvolution), paddedLater(asToCrop), paddedLater(asOfConvolution)].map(
        (geometry): WrongForm<TransposedConv2d> =>
          (y, kernel, options) =>
            addedKernels(y, kernel, options, { geometry }),
      ),
      // conv2d of the input with zeros between its pixels, and perhaps behind the last, by the turned kernel or as it is
      ...[convolved(between), convolved(behindEach)].flatMap((geometry): WrongForm<TransposedConv2d>[] => [
        (y, kernel, options) => addedKernels(y, kernel, options, { geometry }),
        (y, kernel, options) => addedKernels(y, flipped(kernel), options, { geometry }),
      ]),
    ],
  },
];
