import { expectPossible, matrixShape, type NdArray } from '../../ndarray.ts';
import { expectChoice } from '../../options.ts';

/** How much of the convolution with zeros all around is computed: where the kernel lies within the image, the size of the image, or all of it. */
export type PlanarPadding = 'valid' | 'same' | 'full';

/** A part of the 'full' result along an axis: its first row there, and how many rows it has. */
export interface Part {
  first: number;
  outputs: number;
}

/**
 * The rows and the columns that are asked for, after all arguments have been checked.
 *
 * @throws {TypeError} `image` or `kernel` is not an ndarray.
 * @throws {RangeError} One is not a matrix or is empty, the padding is unknown, or the kernel is larger than the image when
 * 'valid'.
 */
export function expectPlanarArguments(
  image: NdArray,
  kernel: NdArray,
  padding: PlanarPadding,
): { rows: Part; columns: Part } {
  const [height, width] = matrixShape('image', image);
  const [kh, kw] = matrixShape('kernel', kernel);
  expectChoice('padding', padding, ['valid', 'same', 'full']);
  if (padding === 'valid' && (kh > height || kw > width)) {
    throw new RangeError(`kernel: expected at most ${height} by ${width}, the size of the image, got ${kh} by ${kw}`);
  }
  const [rows, columns] = [partOf(height, kh, padding), partOf(width, kw, padding)];
  expectPossible('image', [rows.outputs, columns.outputs]);
  return { rows, columns };
}

function partOf(size: number, taps: number, padding: PlanarPadding): Part {
  if (padding === 'full') return { first: 0, outputs: size + taps - 1 };
  if (padding === 'same') return { first: Math.floor((taps - 1) / 2), outputs: size };
  return { first: taps - 1, outputs: size - taps + 1 };
}
