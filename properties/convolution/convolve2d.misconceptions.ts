import type { Misconception, WrongForm } from '../entry/entry.ts';
import type { Matrix } from '../values/value.ts';
import { type Planar, turned } from './shared/planar.ts';
import { sharedPlanarMisconceptions } from './shared/planar-misconceptions.ts';
import { type Deviation, placedAsTensorFlow, slidByStudent } from './shared/student-planar.ts';

/** The kernel laid on the image in another way. */
const laid =
  (lay: (kernel: Matrix) => Matrix, wrong?: Deviation): WrongForm<Planar> =>
  (image, kernel, padding) =>
    slidByStudent(image, lay(kernel), padding, wrong);

const rowsFlipped = (kernel: Matrix): Matrix => [...kernel].reverse();
const columnsFlipped = (kernel: Matrix): Matrix => kernel.map((row) => [...row].reverse());

export const misconceptions: readonly Misconception<Planar>[] = [
  {
    id: 'convolve2d/not-flipped',
    title: 'the kernel is not flipped, as in a Conv2D layer',
    hint: 'In a convolution the kernel is turned by 180 degrees: k[u][v] meets the pixel u rows above and v columns to the left.',
    caughtBy: 'two weights',
    implementation: laid((kernel) => kernel),
    readings: [
      // with TensorFlow's zeros
      laid((kernel) => kernel, { rows: placedAsTensorFlow, columns: placedAsTensorFlow }),
    ],
  },
  {
    id: 'convolve2d/flipped-once',
    title: 'the kernel is flipped along one axis alone',
    hint: 'Flip both the rows and the columns of the kernel: that turns it by 180 degrees.',
    caughtBy: 'four weights',
    implementation: laid(rowsFlipped),
    readings: [
      laid(columnsFlipped),
      // with TensorFlow's zeros along the other axis
      laid(rowsFlipped, { columns: placedAsTensorFlow }),
      laid(columnsFlipped, { rows: placedAsTensorFlow }),
      // and along both
      laid(rowsFlipped, { rows: placedAsTensorFlow, columns: placedAsTensorFlow }),
      laid(columnsFlipped, { rows: placedAsTensorFlow, columns: placedAsTensorFlow }),
    ],
  },
  ...sharedPlanarMisconceptions('convolve2d', turned),
];
