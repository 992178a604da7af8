import type { Misconception } from '../entry/entry.ts';
import { transposed } from '../values/transposed.ts';
import { type Planar, placedAsTensorFlow, slidByStudent, turned } from './shared/planar.ts';
import { sharedPlanarMisconceptions } from './shared/planar-misconceptions.ts';

export const misconceptions: readonly Misconception<Planar>[] = [
  {
    id: 'convolve2d/not-flipped',
    title: 'the kernel is not flipped, as in a Conv2D layer',
    hint: 'In a convolution the kernel is turned by 180 degrees: k[u][v] meets the pixel u rows above and v columns to the left.',
    caughtBy: 'two weights',
    implementation: (image, kernel, padding) => slidByStudent(image, kernel, padding),
    readings: [
      // with TensorFlow's zeros
      (image, kernel, padding) => slidByStudent(image, kernel, padding, placedAsTensorFlow),
    ],
  },
  {
    id: 'convolve2d/flipped-once',
    title: 'the kernel is flipped along one axis alone',
    hint: 'Flip both the rows and the columns of the kernel: that turns it by 180 degrees.',
    caughtBy: 'four weights',
    // the rows alone
    implementation: (image, kernel, padding) => slidByStudent(image, [...kernel].reverse(), padding),
    readings: [
      // the columns alone
      (image, kernel, padding) => slidByStudent(image, turned([...kernel].reverse()), padding),
    ],
  },
  ...sharedPlanarMisconceptions('convolve2d', turned, (kernel) => turned(transposed(kernel))),
];
