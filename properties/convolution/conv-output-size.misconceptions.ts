import type { ConvOutputSizeOptions } from '../../reference/convolution/conv-output-size.ts';
import type { Misconception } from '../entry/entry.ts';
import type { ConvOutputSize } from './conv-output-size.ts';

/** The options as a student reads them: the padding of both sides together, or null for 'same'. */
function read({ stride, dilation, padding }: Required<ConvOutputSizeOptions>): {
  stride: number;
  dilation: number;
  sum: number | null;
} {
  const sum = padding === 'same' ? null : padding === 'valid' ? 0 : padding.before + padding.after;
  return { stride, dilation, sum };
}

const extent = (kernel: number, dilation: number): number => (kernel - 1) * dilation + 1;

export const misconceptions: readonly Misconception<ConvOutputSize>[] = [
  {
    id: 'convOutputSize/extent-without-one',
    title: 'the extent of the kernel is counted as last - first',
    hint: 'Count every element that the kernel covers, from its first tap to its last, both included.',
    caughtBy: 'the last window lies within the padded axis, and one more would not',
    implementation: (size, kernel, options) => {
      const { stride, dilation, sum } = read(options);
      if (sum === null) return Math.ceil(size / stride);
      return Math.floor((size + sum - (extent(kernel, dilation) - 1)) / stride) + 1;
    },
  },
  {
    id: 'convOutputSize/one-short',
    title: 'the first window is not counted',
    hint: 'There is one more window than there are steps from window to window: add 1.',
    caughtBy: 'the last window lies within the padded axis, and one more would not',
    implementation: (size, kernel, options) => {
      const { stride, dilation, sum } = read(options);
      if (sum === null) return Math.ceil(size / stride);
      return Math.floor((size + sum - extent(kernel, dilation)) / stride);
    },
  },
  {
    id: 'convOutputSize/rounded-up',
    title: 'a window that does not fit is counted',
    hint: 'Elements left over that are too few for a whole step do not make a window: round down.',
    caughtBy: 'the last window lies within the padded axis, and one more would not',
    implementation: (size, kernel, options) => {
      const { stride, dilation, sum } = read(options);
      if (sum === null) return Math.ceil(size / stride);
      return Math.ceil((size + sum - extent(kernel, dilation)) / stride) + 1;
    },
  },
  {
    id: 'convOutputSize/dilation-ignored',
    title: 'dilation is ignored',
    hint: 'A dilated kernel covers more: there are dilation - 1 elements between two taps.',
    caughtBy: 'a dilated kernel covers what a longer one without dilation does',
    implementation: (size, kernel, options) => {
      const { stride, sum } = read(options);
      return sum === null ? Math.ceil(size / stride) : Math.floor((size + sum - kernel) / stride) + 1;
    },
  },
  {
    id: 'convOutputSize/same-keeps-size',
    title: "'same' gives the size of the input, whatever the stride",
    hint: "'same' keeps the size only at stride 1; with stride s there are ceil(size / s) windows.",
    caughtBy: "'same' has ceil(size / stride) windows",
    implementation: (size, kernel, options) => {
      const { stride, dilation, sum } = read(options);
      return sum === null ? size : Math.floor((size + sum - extent(kernel, dilation)) / stride) + 1;
    },
  },
];
