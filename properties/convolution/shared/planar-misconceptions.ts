import type { Misconception, WrongForm } from '../../entry/entry.ts';
import { transposed } from '../../values/transposed.ts';
import type { Matrix } from '../../values/value.ts';
import type { Planar } from './planar.ts';
import { type Deviation, placed, slidByStudent } from './student-planar.ts';

/** What is wrong with both, of which `laid` is the kernel as it lies on the image. */
export function sharedPlanarMisconceptions(id: string, laid: (kernel: Matrix) => Matrix): Misconception<Planar>[] {
  const always =
    (padding: 'valid' | 'same' | 'full'): WrongForm<Planar> =>
    (image, kernel) =>
      slidByStudent(image, laid(kernel), padding);
  const deviating =
    (wrong: Deviation): WrongForm<Planar> =>
    (image, kernel, padding) =>
      slidByStudent(image, laid(kernel), padding, wrong);
  return [
    {
      id: `${id}/kernel-transposed`,
      title: 'height and width of the kernel are swapped',
      hint: 'The first index of the kernel goes with the rows of the image, the second with its columns.',
      caughtBy: 'four weights',
      clearOn: (_image, kernel) => kernel.length === kernel[0]?.length,
      implementation: (image, kernel, padding) => slidByStudent(image, laid(transposed(kernel)), padding),
      readings: [
        // kernel[v][u], which exists for every u, v only if the kernel is square
        (image, kernel, padding) =>
          kernel.length === kernel[0]?.length ? slidByStudent(image, laid(transposed(kernel)), padding) : undefined,
        // and is 0 where it does not exist
        (image, kernel, padding) =>
          slidByStudent(image, laid(kernel.map((row, u) => row.map((_, v) => kernel[v]?.[u] ?? 0))), padding),
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
      implementation: deviating({ reached: wrapped }),
      readings: [
        // under 'same' alone
        deviating({ reached: wrappedUnderSame }),
        // from the first element of 'full' on, as a product of Fourier transforms gives it
        deviating({ reached: wrappedUnderSame, rows: fromTheFirst, columns: fromTheFirst }),
        // before the first row and column alone, as .at(-1) does
        deviating({ reached: (index, size) => (index < 0 ? index + size : index) }),
      ],
    },
  ];
}

const wrapped: NonNullable<Deviation['reached']> = (index, size) => ((index % size) + size) % size;

const wrappedUnderSame: NonNullable<Deviation['reached']> = (index, size, padding) =>
  padding === 'same' ? wrapped(index, size, padding) : index;

const fromTheFirst: NonNullable<Deviation['rows']> = (size, taps, padding) =>
  padding === 'same' ? { start: 1 - taps, outputs: size } : placed(size, taps, padding);
