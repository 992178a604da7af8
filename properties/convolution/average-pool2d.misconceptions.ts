import type { Misconception } from '../entry/entry.ts';
import type { Pooling } from './shared/pool-inputs.ts';
import { pooledByStudent } from './shared/student-pooling.ts';

const sum = (pixels: number[]): number => pixels.reduce((a, b) => a + b, 0);
const average = (pixels: number[]): number => sum(pixels) / pixels.length;

export const misconceptions: readonly Misconception<Pooling>[] = [
  {
    id: 'averagePool2d/padding-counted',
    title: 'divided by the size of the window, padding included',
    hint: "Under 'same' a window at the border has fewer pixels: divide by the number of pixels inside the image.",
    caughtBy: 'equal pixels stay what they are',
    implementation: (x, options) =>
      pooledByStudent(x, options, (pixels, zeros) => sum(pixels) / (pixels.length + zeros)),
  },
  {
    id: 'averagePool2d/maximum',
    title: 'the largest pixel of the window',
    hint: 'Average pooling sums the pixels of the window and divides by their number.',
    caughtBy: 'one window of four pixels',
    implementation: (x, options) => pooledByStudent(x, options, (pixels) => Math.max(...pixels)),
  },
  {
    id: 'averagePool2d/stride-one',
    title: 'the window moves by one pixel',
    hint: 'If no strides are given, they equal the window, so that windows lie side by side.',
    caughtBy: 'without strides in the options, the strides are those of the window',
    ownDefaults: true,
    implementation: (x, options) => pooledByStudent(x, options, average, { strides: (given) => given ?? [1, 1] }),
    readings: [
      // even if strides are given
      (x, options) => pooledByStudent(x, options, average, { strides: () => [1, 1] }),
    ],
  },
  {
    id: 'averagePool2d/stride-fixed',
    title: 'the window moves by a fixed number of pixels, such as 2',
    hint: 'Move the window by the strides of the options; if none are given, they equal the window, whatever its size.',
    caughtBy: 'without strides in the options, the strides are those of the window',
    ownDefaults: true,
    implementation: (x, options) => pooledByStudent(x, options, average, { strides: () => [2, 2] }),
    readings: [
      // only if no strides are given
      (x, options) => pooledByStudent(x, options, average, { strides: (given) => given ?? [2, 2] }),
    ],
  },
];
