import type { SamePaddingOptions } from '../../reference/convolution/same-padding.ts';
import type { Misconception } from '../entry/entry.ts';
import type { SamePadding } from './same-padding.ts';

const reaches = (size: number, kernel: number, { stride, dilation }: Required<SamePaddingOptions>): number =>
  (Math.ceil(size / stride) - 1) * stride + (kernel - 1) * dilation + 1 - size;

export const misconceptions: readonly Misconception<SamePadding>[] = [
  {
    id: 'samePadding/odd-before',
    title: 'the extra zero comes first',
    hint: 'If the number of zeros is odd, the extra one goes after the last element.',
    caughtBy: 'there are as many zeros after as before, or one more',
    implementation: (size, kernel, options) => {
      const all = Math.max(reaches(size, kernel, options), 0);
      return { before: Math.ceil(all / 2), after: Math.floor(all / 2) };
    },
  },
  {
    id: 'samePadding/without-stride',
    title: 'half of the kernel on either side, whatever the stride',
    hint: 'With a stride above 1 fewer zeros are needed: compute how far the last window reaches beyond the axis.',
    caughtBy: 'the last window ends on the last zero',
    implementation: (size, kernel, options) => {
      const all = reaches(size, kernel, { ...options, stride: 1 });
      return { before: Math.floor(all / 2), after: Math.ceil(all / 2) };
    },
  },
  {
    id: 'samePadding/symmetric',
    title: 'the same number on either side',
    hint: 'An odd number of zeros cannot be split evenly: both sides together must give what the last window needs.',
    caughtBy: 'even kernel, stride 1',
    implementation: (size, kernel, options) => {
      const half = Math.ceil(Math.max(reaches(size, kernel, options), 0) / 2);
      return { before: half, after: half };
    },
    readings: [
      (size, kernel, options) => {
        const half = Math.max(reaches(size, kernel, options), 0) / 2;
        return { before: half, after: half };
      },
      (size, kernel, options) => {
        const half = Math.floor(Math.max(reaches(size, kernel, options), 0) / 2);
        return { before: half, after: half };
      },
    ],
  },
  {
    id: 'samePadding/dilation-ignored',
    title: 'dilation is ignored',
    hint: 'A dilated kernel covers more: there are dilation - 1 elements between two taps.',
    caughtBy: 'a dilated kernel needs what a longer one without dilation does',
    implementation: (size, kernel, options) => {
      const all = Math.max(reaches(size, kernel, { ...options, dilation: 1 }), 0);
      return { before: Math.floor(all / 2), after: Math.ceil(all / 2) };
    },
  },
  {
    id: 'samePadding/negative',
    title: 'a negative number of zeros if the windows end before the axis does',
    hint: 'The number of zeros is never negative: take the maximum with 0.',
    caughtBy: 'no number of zeros is negative',
    implementation: (size, kernel, options) => {
      const all = reaches(size, kernel, options);
      return { before: Math.floor(all / 2), after: Math.ceil(all / 2) };
    },
  },
];
