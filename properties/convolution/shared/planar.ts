import fc from 'fast-check';
import type { PlanarPadding } from '../../../reference/convolution/shared/planar.ts';
import type { Entry } from '../../entry/entry.ts';
import { given, mild, numbers, size, take } from '../../inputs/inputs.ts';
import { variedMatrix } from '../../inputs/varied.ts';
import type { Illegal } from '../../parameters/implied-illegal.ts';
import * as is from '../../parameters/parameter.ts';
import type { Matrix } from '../../values/value.ts';
import { tapsOf, times } from './padded-images.ts';

/** Convolution and cross-correlation of one image with one kernel take the same arguments. */
export type Planar = (image: Matrix, kernel: Matrix, padding?: PlanarPadding) => Matrix;
export type PlanarArguments = Parameters<Planar>;

export const PLANAR_PARAMETERS = {
  image: is.matrix(),
  kernel: is.matrix(),
  padding: is.choice(['valid', 'same', 'full'], { default: 'valid' }),
};

/** Images and kernels of which the larger may be the kernel, unless 'valid' forbids it. */
export function planarInputs(
  element: fc.Arbitrary<number> = mild,
  paddings: readonly (PlanarPadding | undefined)[] = [undefined, 'valid', 'same', 'same', 'full', 'full'],
): fc.Arbitrary<PlanarArguments> {
  return fc
    .tuple(
      fc.tuple(size(5), size(5)),
      fc.tuple(size(4), size(4)),
      numbers(element, 41),
      numbers(element, 17),
      fc.constantFrom(...paddings),
    )
    .map(([[height, width], [kh, kw], pixels, weights, padding]) => {
      const fits = padding === 'same' || padding === 'full';
      const image = take(pixels).matrix(fits ? height : Math.max(height, kh), fits ? width : Math.max(width, kw));
      return given(image, take(weights).matrix(kh, kw), padding) as PlanarArguments;
    });
}

export const planarEdges: Readonly<Record<string, PlanarArguments>> = {
  'one pixel, one weight': [[[0.5]], [[-3]]],
  'padding absent': [variedMatrix(3, 4), variedMatrix(2, 2, 5)],
  'kernel as large as the image': [variedMatrix(3, 2), variedMatrix(3, 2, 7), 'valid'],
  'a square of two within a square of three': [variedMatrix(3, 3), variedMatrix(2, 2, 4), 'valid'],
  'a square of three, same': [variedMatrix(4, 4), variedMatrix(3, 3, 9), 'same'],
  'a square of two, same': [variedMatrix(3, 3), variedMatrix(2, 2, 4), 'same'],
  'a kernel of two rows and three columns, same': [variedMatrix(4, 3), variedMatrix(2, 3, 4), 'same'],
  'a kernel of four columns, same': [variedMatrix(2, 5), variedMatrix(1, 4, 4), 'same'],
  'a kernel of three rows and two columns, full': [variedMatrix(3, 4), variedMatrix(3, 2, 2), 'full'],
  'a square of two, full': [variedMatrix(2, 2), variedMatrix(2, 2, 6), 'full'],
  'one row': [[[1, -2, 3, 5]], [[1, 10]], 'same'],
  'one column': [[[1], [-2], [3]], [[1], [10]], 'full'],
  'kernel larger than the image, same': [variedMatrix(2, 2), variedMatrix(4, 3, 3), 'same'],
  'kernel larger than the image, full': [variedMatrix(1, 2), variedMatrix(3, 4, 3), 'full'],
  'a kernel of zeros': [variedMatrix(3, 3), [[0, 0]], 'same'],
  decimals: [
    [
      [0.1, 0.2],
      [0.3, 0.7],
    ],
    [[0.1, -0.3]],
    'full',
  ],
};

/** The contract's row names these. */
export const planarIllegal: Readonly<Record<string, Illegal>> = {
  'kernel higher than a valid image': { args: [[[1, 2]], [[1], [2]]], names: 'kernel' },
  'kernel wider than a valid image': { args: [[[1], [2]], [[1, 2]], 'valid'], names: 'kernel' },
};

export const planarHardCases: Entry<Planar>['hardCases'] = {
  'padding absent': (_image, _kernel, padding) => padding === undefined,
  valid: (_image, _kernel, padding) => padding === 'valid',
  same: (_image, _kernel, padding) => padding === 'same',
  full: (_image, _kernel, padding) => padding === 'full',
  'a kernel of even height under same': (_, kernel, padding) => padding === 'same' && kernel.length % 2 === 0,
  'a kernel of even width under same': (_, kernel, padding) => padding === 'same' && tapsOf(kernel)[1] % 2 === 0,
  'a kernel of 3 by 3 or more': (_, kernel) => Math.min(...tapsOf(kernel)) > 2,
  'a kernel that is not square': (_, kernel) => tapsOf(kernel)[0] !== tapsOf(kernel)[1],
  'an image that is not square': (image) => tapsOf(image)[0] !== tapsOf(image)[1],
  'a kernel larger than the image': (image, kernel) =>
    kernel.length > image.length || tapsOf(kernel)[1] > tapsOf(image)[1],
  'a kernel that a half turn does not change': (_, kernel) => {
    const weights = kernel.flat();
    return weights.length > 1 && weights.every((w, k) => w === weights.at(-1 - k));
  },
};

/** With its rows and its columns in reverse order. */
export function turned<T>(matrix: readonly (readonly T[])[]): T[][] {
  return matrix.map((row) => [...row].reverse()).reverse();
}

/** The first row of a part within the 'full' result, and how many rows it has; columns likewise. */
export function partOf(size: number, taps: number, padding: PlanarPadding): { first: number; outputs: number } {
  if (padding === 'full') return { first: 0, outputs: size + taps - 1 };
  return padding === 'same' ? { first: (taps - 1) >> 1, outputs: size } : { first: taps - 1, outputs: size - taps + 1 };
}

/** The part of a 'full' result that another padding asks for. */
export function partOfFull<T>(
  full: readonly (readonly T[])[],
  [image, kernel]: PlanarArguments,
  padding: PlanarPadding,
): T[][] {
  const rows = partOf(image.length, kernel.length, padding);
  const columns = partOf(tapsOf(image)[1], tapsOf(kernel)[1], padding);
  return full
    .slice(rows.first, rows.first + rows.outputs)
    .map((row) => row.slice(columns.first, columns.first + columns.outputs));
}

/** The pixels within the image that the window of a kernel meets, each with the weight there, for each element of the result. */
export function windowsOf<T>(
  image: readonly (readonly T[])[],
  kernel: readonly (readonly T[])[],
  padding: PlanarPadding,
): { pixels: T[]; weights: T[] }[][] {
  const [kh, kw] = tapsOf(kernel);
  const rows = partOf(image.length, kh, padding);
  const columns = partOf(tapsOf(image)[1], kw, padding);
  return times(rows.outputs, (i) =>
    times(columns.outputs, (j) => {
      const [pixels, weights]: [T[], T[]] = [[], []];
      kernel.forEach((row, u) => {
        row.forEach((weight, v) => {
          const pixel = image[i + rows.first - (kh - 1) + u]?.[j + columns.first - (kw - 1) + v];
          if (pixel === undefined) return;
          pixels.push(pixel);
          weights.push(weight);
        });
      });
      return { pixels, weights };
    }),
  );
}
