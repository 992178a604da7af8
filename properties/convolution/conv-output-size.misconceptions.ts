import type { ConvOutputSizeOptions } from '../../reference/convolution/conv-output-size.ts';
import type { Misconception } from '../entry/entry.ts';
import type { ConvOutputSize } from './conv-output-size.ts';

/** What a student reads off the options: the padding as a sum, or null for 'same'. */
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
    hint: 'Count what the kernel covers: from its first to its last tap, both of them included.',
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
    hint: 'The steps from window to window are one fewer than the windows.',
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
    hint: 'Elements left over, too few for a whole step, make no window: round down.',
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
    hint: "'same' keeps the size at stride 1 only; with a stride there is one window for each stride begun.",
    caughtBy: "'same' has one window for each stride begun",
    implementation: (size, kernel, options) => {
      const { stride, dilation, sum } = read(options);
      return sum === null ? size : Math.floor((size + sum - extent(kernel, dilation)) / stride) + 1;
    },
  },
];
