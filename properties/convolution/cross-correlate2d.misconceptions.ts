import type { Misconception } from '../entry/entry.ts';
import { type Planar, turned } from './shared/planar.ts';
import { sharedPlanarMisconceptions } from './shared/planar-misconceptions.ts';
import { placedAsTensorFlow, slidByStudent } from './shared/student-planar.ts';

export const misconceptions: readonly Misconception<Planar>[] = [
  {
    id: 'crossCorrelate2d/flipped',
    title: 'the kernel is flipped: a convolution',
    hint: 'In a cross-correlation the kernel lies on the image as it is written: k[u][v] meets the pixel u rows below and v columns to the right.',
    caughtBy: 'two weights',
    implementation: (image, kernel, padding) => slidByStudent(image, turned(kernel), padding),
    readings: [
      // with TensorFlow's zeros
      (image, kernel, padding) =>
        slidByStudent(image, turned(kernel), padding, { rows: placedAsTensorFlow, columns: placedAsTensorFlow }),
    ],
  },
  ...sharedPlanarMisconceptions('crossCorrelate2d', (kernel) => kernel),
];
