import type { Misconception } from '../entry/entry.ts';
import type { Pooling } from './shared/pool-inputs.ts';
import { pooledByStudent } from './shared/student-pooling.ts';

const largest = (pixels: number[]): number => Math.max(...pixels);

export const misconceptions: readonly Misconception<Pooling>[] = [
  {
    id: 'maxPool2d/zero-padding-counted',
    title: 'the zeros around the image count as pixels',
    hint: "Padding is never the largest: under 'same' a window at the border may contain only negative pixels.",
    caughtBy: 'adding one number to every pixel adds it to every result',
    implementation: (x, options) =>
      pooledByStudent(x, options, (pixels, zeros) => Math.max(...pixels, ...(zeros > 0 ? [0] : []))),
  },
  {
    id: 'maxPool2d/stride-one',
    title: 'the window moves by one pixel',
    hint: 'If no strides are given, they equal the window, so that windows lie side by side.',
    caughtBy: 'without strides in the options, the strides are those of the window',
    ownDefaults: true,
    implementation: (x, options) => pooledByStudent(x, options, largest, { strides: (given) => given ?? [1, 1] }),
    readings: [
      // even if strides are given
      (x, options) => pooledByStudent(x, options, largest, { strides: () => [1, 1] }),
    ],
  },
  {
    id: 'maxPool2d/average',
    title: 'the average of the window',
    hint: 'Max pooling takes the largest pixel of the window.',
    caughtBy: 'one window of four pixels',
    implementation: (x, options) =>
      pooledByStudent(x, options, (pixels) => pixels.reduce((a, b) => a + b, 0) / pixels.length),
    readings: [
      // with the zeros around the image
      (x, options) =>
        pooledByStudent(x, options, (pixels, zeros) => pixels.reduce((a, b) => a + b, 0) / (pixels.length + zeros)),
    ],
  },
  {
    id: 'maxPool2d/window-transposed',
    title: 'height and width of the window are swapped',
    hint: 'window is [height, width]: its first number counts rows.',
    caughtBy: 'a window of one row compares the pixels of a row',
    ownDefaults: true,
    implementation: (x, options) => pooledByStudent(x, options, largest, { window: ([kh, kw]) => [kw, kh] }),
    readings: [
      // and the strides that follow from it
      (x, options) =>
        pooledByStudent(x, options, largest, {
          window: ([kh, kw]) => [kw, kh],
          strides: (given, [kh, kw]) => given ?? [kw, kh],
        }),
    ],
  },
  {
    id: 'maxPool2d/stride-fixed',
    title: 'the window moves by a fixed number of pixels, such as 2',
    hint: 'Move the window by the strides of the options; if none are given, they equal the window, whatever its size.',
    caughtBy: 'without strides in the options, the strides are those of the window',
    ownDefaults: true,
    implementation: (x, options) => pooledByStudent(x, options, largest, { strides: () => [2, 2] }),
    readings: [
      // only if no strides are given
      (x, options) => pooledByStudent(x, options, largest, { strides: (given) => given ?? [2, 2] }),
    ],
  },
];
