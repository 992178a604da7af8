import type { Misconception, WrongForm } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Kernel } from '../values/value.ts';
import type { Conv2d } from './conv2d.ts';
import {
  beginning,
  convolvedByStudent,
  type Deviation,
  onBothSides,
  partsCounted,
  zeros,
} from './shared/student-convolution.ts';

const flipped = (kernel: Kernel): Kernel => [...kernel].reverse().map((row) => [...row].reverse());
const transposed = (kernel: Kernel): Kernel => nth(kernel, 0).map((_, v) => kernel.map((row) => nth(row, v)));
const one = (): [number, number] => [1, 1];

const deviating =
  (wrong: Deviation): WrongForm<Conv2d> =>
  (x, kernel, bias, options) =>
    convolvedByStudent(x, kernel, bias, options, wrong);

export const misconceptions: readonly Misconception<Conv2d>[] = [
  {
    id: 'conv2d/kernel-flipped',
    title: 'true convolution: the kernel is flipped',
    hint: 'A Conv2D layer cross-correlates: the first weight of the kernel meets the first pixel of the window.',
    caughtBy: 'a kernel of a single 1 copies the pixels that its tap meets',
    rearranges: (x, kernel, bias, options) => [x, flipped(kernel), bias, options],
    implementation: (x, kernel, bias, options) => convolvedByStudent(x, flipped(kernel), bias, options),
  },
  {
    id: 'conv2d/padding-before',
    title: "'same' puts the extra row and column of padding at the top and left",
    hint: "If 'same' needs an odd number of zeros, the extra one goes to the bottom or to the right.",
    caughtBy: "'same' is 'valid' on an image padded with zeros, the extra row and column at the bottom and right",
    implementation: deviating({
      geometry: beginning((size, extent, stride) => Math.ceil(zeros(size, extent, stride) / 2)),
    }),
  },
  {
    id: 'conv2d/padding-without-stride',
    title: "'same' pads by (k - 1) / 2 whatever the stride",
    hint: "With a stride above 1, 'same' needs fewer zeros: compute how far the last window reaches beyond the image.",
    caughtBy: "'same' is 'valid' on an image padded with zeros, the extra row and column at the bottom and right",
    implementation: deviating({ geometry: beginning((_size, extent) => Math.floor((extent - 1) / 2)) }),
    readings: [
      // as many zeros on either side, and the windows that fit
      deviating({ geometry: onBothSides((_size, extent) => Math.floor((extent - 1) / 2)) }),
    ],
  },
  {
    id: 'conv2d/strides-swapped',
    title: 'the strides of rows and columns are swapped',
    hint: 'strides is [height, width]: the first moves the window down, the second moves it to the right.',
    caughtBy: 'a kernel of a single 1 copies the pixels that its tap meets',
    rearranges: (x, kernel, bias, { strides: [sh, sw], ...rest }) => [x, kernel, bias, { ...rest, strides: [sw, sh] }],
    implementation: deviating({ strides: ([sh, sw]) => [sw, sh] }),
    // between the windows, but not in their number
    readings: [deviating({ steps: ([sh, sw]) => [sw, sh] })],
  },
  {
    id: 'conv2d/dilation-ignored',
    title: 'dilations are ignored',
    hint: 'With dilation d, neighbouring weights of the kernel meet pixels that are d apart.',
    caughtBy: 'a dilated kernel is one with zeros between its taps',
    implementation: deviating({ dilations: one }),
    readings: [
      // in the windows, but not in their number
      deviating({ dilations: one, extentDilations: (dilations) => dilations }),
    ],
  },
  {
    id: 'conv2d/bias-ignored',
    title: 'the bias is not added',
    hint: 'Add bias[o] to every pixel of output channel o.',
    caughtBy: 'the bias is added to its channel',
    rearranges: (x, kernel, bias, options) => [x, kernel, bias.map(() => 0), options],
    implementation: deviating({ biases: () => 0 }),
  },
  {
    id: 'conv2d/first-channel-only',
    title: 'only the first channel of the image is read',
    hint: 'Each output channel sums over all channels of the image, and each of those has its own weights.',
    caughtBy: 'the result is the sum of the results of each input channel alone',
    implementation: (x, kernel, bias, options) =>
      convolvedByStudent(
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
    implementation: (x, kernel, bias, options) => convolvedByStudent(x, transposed(kernel), bias, options),
    readings: [
      // kernel[v][u], which exists for every u, v only if the kernel is square
      (x, kernel, bias, options) =>
        kernel.length === kernel[0]?.length ? convolvedByStudent(x, transposed(kernel), bias, options) : undefined,
    ],
    // Where the shape is the same, the elements show that they changed places.
    clearOn: (_x, kernel) => kernel.length === kernel[0]?.length,
  },
  {
    id: 'conv2d/first-image-for-all',
    title: 'the first image of the batch is convolved for all of them',
    hint: 'Each image of the batch has its own result: read x[n], not x[0], for the n-th.',
    caughtBy: 'an image does not depend on the others',
    implementation: (x, kernel, bias, options) =>
      convolvedByStudent(
        x.map(() => nth(x, 0)),
        kernel,
        bias,
        options,
      ),
  },
  {
    id: 'conv2d/stride-in-size-only',
    title: 'the strides count for the size of the result, but the window moves by one pixel',
    hint: 'Window i begins at row i times the stride (and likewise for columns), not at row i.',
    caughtBy: 'a kernel of a single 1 copies the pixels that its tap meets',
    implementation: deviating({ steps: one }),
    readings: [
      // with the zeros of stride 1
      deviating({ steps: one, geometry: beginning((_size, extent) => Math.floor((extent - 1) / 2)) }),
    ],
  },
  {
    id: 'conv2d/bias-per-weight',
    title: 'the bias is added for each weight',
    hint: 'Add bias[o] once to each pixel of output channel o, outside of the loops over the kernel and its channels.',
    caughtBy: 'the bias is added to its channel',
    implementation: deviating({ biases: ({ taps, channels }) => taps * channels }),
    readings: [
      // for each pixel that the kernel meets, for each tap, for each channel
      deviating({ biases: ({ met, channels }) => met * channels }),
      deviating({ biases: ({ taps }) => taps }),
      deviating({ biases: ({ met }) => met }),
      deviating({ biases: ({ channels }) => channels }),
    ],
  },
  {
    id: 'conv2d/symmetric-padding',
    title: "'same' pads both sides alike",
    hint: "'same' pads as much as the last window needs; if that is an odd number, the bottom and the right get one more than the top and the left.",
    caughtBy: "'same' is 'valid' on an image padded with zeros, the extra row and column at the bottom and right",
    implementation: deviating({
      geometry: onBothSides((size, extent, stride) => Math.ceil(zeros(size, extent, stride) / 2)),
    }),
    readings: [
      deviating({ geometry: onBothSides((size, extent, stride) => Math.floor(zeros(size, extent, stride) / 2)) }),
      // half of the kernel on either side, whatever the stride
      deviating({ geometry: onBothSides((_size, extent) => Math.floor(extent / 2)) }),
      deviating({ geometry: beginning((_size, extent) => Math.floor(extent / 2)) }),
    ],
  },
  {
    id: 'conv2d/size-not-floored',
    title: 'a window that does not fit entirely is counted too',
    hint: "Round down: under 'valid' there are Math.floor((size - kernel) / stride) + 1 windows, since the last must end inside the image.",
    caughtBy: 'rows left over',
    implementation: deviating({ geometry: partsCounted }),
    // pixels outside of the image are undefined, and the sums not a number
    readings: [deviating({ geometry: partsCounted, beyond: Number.NaN })],
  },
];
