import type { SamePaddingOptions } from '../../reference/convolution/same-padding.ts';
import type { Misconception } from '../entry/entry.ts';
import type { SamePadding } from './same-padding.ts';

const reaches = (size: number, kernel: number, { stride, dilation }: Required<SamePaddingOptions>): number =>
  (Math.ceil(size / stride) - 1) * stride + (kernel - 1) * dilation + 1 - size;

/** A number of zeros split as TensorFlow does. */
const split = (all: number): { before: number; after: number } => ({
  before: Math.floor(all / 2),
  after: Math.ceil(all / 2),
});

const onEitherSide = (zeros: number): { before: number; after: number } => ({ before: zeros, after: zeros });

export const misconceptions: readonly Misconception<SamePadding>[] = [
  {
    id: 'samePadding/odd-one-before',
    title: 'the extra zero comes first',
    hint: 'If the number of zeros is odd, the extra one goes after the last element.',
    caughtBy: 'there are as many zeros after as before, or one more',
    implementation: (size, kernel, options) => {
      const { before, after } = split(Math.max(reaches(size, kernel, options), 0));
      return { before: after, after: before };
    },
  },
  {
    id: 'samePadding/stride-ignored',
    title: 'the zeros of stride 1, whatever the stride',
    hint: 'With a stride above 1 fewer zeros are needed: compute how far the last window reaches beyond the axis.',
    caughtBy: 'the last window ends on the last zero',
    implementation: (size, kernel, options) => split(reaches(size, kernel, { ...options, stride: 1 })),
  },
  {
    id: 'samePadding/halved',
    title: 'half of the kernel on either side',
    hint: 'That holds only for odd kernels at stride 1: compute how far the last window reaches beyond the axis, and put the odd zero after it.',
    caughtBy: 'even kernel, stride 1',
    implementation: (_size, kernel) => onEitherSide((kernel - 1) / 2),
    readings: [
      (_size, kernel, { dilation }) => onEitherSide(((kernel - 1) * dilation) / 2),
      // rounded down, or up
      (_size, kernel) => onEitherSide(Math.floor((kernel - 1) / 2)),
      (_size, kernel, { dilation }) => onEitherSide(Math.floor(((kernel - 1) * dilation) / 2)),
      (_size, kernel, { dilation }) => onEitherSide(Math.floor((kernel - 1) / 2) * dilation),
      (_size, kernel) => onEitherSide(Math.floor(kernel / 2)),
      (_size, kernel, { dilation }) => onEitherSide(Math.ceil(((kernel - 1) * dilation) / 2)),
    ],
  },
  {
    id: 'samePadding/symmetric',
    title: 'the same number on either side',
    hint: 'An odd number of zeros cannot be split evenly: both sides together must give what the last window needs.',
    caughtBy: 'even kernel, stride 1',
    implementation: (size, kernel, options) => onEitherSide(Math.ceil(Math.max(reaches(size, kernel, options), 0) / 2)),
    readings: [
      (size, kernel, options) => onEitherSide(Math.max(reaches(size, kernel, options), 0) / 2),
      (size, kernel, options) => onEitherSide(Math.floor(Math.max(reaches(size, kernel, options), 0) / 2)),
    ],
  },
  {
    id: 'samePadding/dilation-ignored',
    title: 'dilation is ignored',
    hint: 'A dilated kernel covers more: there are dilation - 1 elements between two taps.',
    caughtBy: 'a dilated kernel needs what a longer one without dilation does',
    implementation: (size, kernel, options) => split(Math.max(reaches(size, kernel, { ...options, dilation: 1 }), 0)),
  },
  {
    id: 'samePadding/negative',
    title: 'a negative number of zeros if the windows end before the axis does',
    hint: 'The number of zeros is never negative: take the maximum with 0.',
    caughtBy: 'no number of zeros is negative',
    implementation: (size, kernel, options) => split(reaches(size, kernel, options)),
  },
];
