import type { ConvOutputSizeOptions } from '../../reference/convolution/conv-output-size.ts';
import type { Misconception } from '../entry/entry.ts';
import type { ConvOutputSize } from './conv-output-size.ts';

type Options = Required<ConvOutputSizeOptions>;

const extent = (kernel: number, dilation: number): number => (kernel - 1) * dilation + 1;

/** The windows under 'same', and a count of those under 'valid'. */
const counting =
  (valid: (size: number, kernel: number, options: Options) => number) =>
  (size: number, kernel: number, options: Options): number =>
    options.padding === 'same' ? Math.ceil(size / options.stride) : valid(size, kernel, options);

export const misconceptions: readonly Misconception<ConvOutputSize>[] = [
  {
    id: 'convOutputSize/extent-without-one',
    title: 'the extent of the kernel is counted as last - first',
    hint: 'Count every element that the kernel covers, from its first tap to its last, both included.',
    caughtBy: 'the last window lies within the axis, and one more would not',
    implementation: counting((n, k, { stride, dilation }) => Math.floor((n - (k - 1) * dilation) / stride) + 1),
  },
  {
    id: 'convOutputSize/one-short',
    title: 'the first window is not counted',
    hint: 'There is one more window than there are steps from window to window: add 1.',
    caughtBy: 'the last window lies within the axis, and one more would not',
    implementation: counting((n, k, { stride, dilation }) => Math.floor((n - extent(k, dilation)) / stride)),
    readings: [
      // under 'same' too, as many zeros as its windows need, or all that the kernel takes
      (n, k, { stride, dilation, padding }) =>
        padding === 'same' ? Math.ceil(n / stride) - 1 : Math.floor((n - extent(k, dilation)) / stride),
      (n, k, { stride, dilation, padding }) =>
        padding === 'same' ? Math.floor((n - 1) / stride) : Math.floor((n - extent(k, dilation)) / stride),
      // rounded up
      counting((n, k, { stride, dilation }) => Math.ceil((n - extent(k, dilation)) / stride)),
    ],
  },
  {
    id: 'convOutputSize/stride-ignored',
    title: 'the stride is ignored',
    hint: "A stride of s leaves windows out: the steps from the first window to the last are divided by it, and under 'same' the size is.",
    caughtBy: 'a stride of s keeps every s-th window',
    implementation: (n, k, { dilation, padding }) => (padding === 'same' ? n : n - extent(k, dilation) + 1),
    readings: [
      // in one of the two
      counting((n, k, { dilation }) => n - extent(k, dilation) + 1),
      (n, k, { stride, dilation, padding }) =>
        padding === 'same' ? n : Math.floor((n - extent(k, dilation)) / stride) + 1,
    ],
  },
  {
    id: 'convOutputSize/rounded-up',
    title: 'a window that does not fit is counted',
    hint: 'Elements left over that are too few for a whole step do not make a window: round down.',
    caughtBy: 'the last window lies within the axis, and one more would not',
    implementation: counting((n, k, { stride, dilation }) => Math.ceil((n - extent(k, dilation)) / stride) + 1),
  },
  {
    id: 'convOutputSize/dilation-ignored',
    title: 'dilation is ignored',
    hint: 'A dilated kernel covers more: there are dilation - 1 elements between two taps.',
    caughtBy: 'a dilated kernel covers what a longer one without dilation does',
    implementation: counting((n, k, { stride }) => Math.floor((n - k) / stride) + 1),
  },
];
