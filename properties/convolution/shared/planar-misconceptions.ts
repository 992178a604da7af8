import type { PlanarPadding } from '../../../reference/convolution/shared/planar.ts';
import type { Misconception, WrongForm } from '../../entry/entry.ts';
import type { Matrix } from '../../values/value.ts';
import { ifSquare, type Placing, type Planar, placed, slidByStudent } from './planar.ts';

/** What is wrong with both; `laid` is the kernel as it lies on the image, `laidTransposed` that of its transpose. */
export function sharedPlanarMisconceptions(
  id: string,
  laid: (kernel: Matrix) => Matrix,
  laidTransposed: (kernel: Matrix) => Matrix,
): Misconception<Planar>[] {
  const always =
    (padding: PlanarPadding): WrongForm<Planar> =>
    (image, kernel) =>
      slidByStudent(image, laid(kernel), padding);
  const wrapped =
    (wraps: (padding: PlanarPadding) => boolean, placing: Placing = placed): WrongForm<Planar> =>
    (image, kernel, padding) =>
      slidByStudent(image, laid(kernel), padding, placing, wraps);
  return [
    {
      id: `${id}/kernel-transposed`,
      title: 'height and width of the kernel are swapped',
      hint: 'The first index of the kernel goes with the rows of the image, the second with its columns.',
      caughtBy: 'four weights',
      implementation: (image, kernel, padding) => slidByStudent(image, laidTransposed(kernel), padding),
      readings: [
        // kernel[v][u], which exists for every u, v only if the kernel is square
        (image, kernel, padding) => {
          const square = ifSquare(kernel);
          return square && slidByStudent(image, laidTransposed(square), padding);
        },
      ],
    },
    {
      id: `${id}/padding-ignored`,
      title: "always 'valid', whatever the padding",
      hint: "The third argument decides the size: 'full' has every place where kernel and image meet, 'same' is as large as the image.",
      caughtBy: ['one row, full', 'an even kernel, same'],
      implementation: always('valid'),
      readings: [always('same'), always('full')],
    },
    {
      id: `${id}/circular`,
      title: 'the image wraps around at its border',
      hint: 'Pixels outside of the image are 0: leave them out of the sum, instead of taking those of the other side.',
      caughtBy: ['one row, full', 'an even kernel, same'],
      implementation: wrapped(() => true),
      readings: [
        // under 'same' alone
        wrapped((padding) => padding === 'same'),
        // from the first element of 'full' on, as a product of Fourier transforms gives it
        wrapped(
          (padding) => padding === 'same',
          (size, taps, padding) =>
            padding === 'same' ? { start: 1 - taps, outputs: size } : placed(size, taps, padding),
        ),
      ],
    },
  ];
}
