import type { PlanarPadding } from '../../../reference/convolution/shared/planar.ts';
import type { Matrix } from '../../values/value.ts';
import { tapsOf, times } from './padded-images.ts';
import { partOf } from './planar.ts';

/** How a student places windows along an axis: the row of the image under the first weight of the first one, and how many there are. */
export type Placing = (size: number, taps: number, padding: PlanarPadding) => { start: number; outputs: number };

/** As the contract has it. */
export const placed: Placing = (size, taps, padding) => {
  const { first, outputs } = partOf(size, taps, padding);
  return { start: first - (taps - 1), outputs };
};

/** 'same' as TensorFlow has it: an extra row of zeros is at the bottom. */
export const placedAsTensorFlow: Placing = (size, taps, padding) =>
  padding === 'same' ? { start: -Math.floor((taps - 1) / 2), outputs: size } : placed(size, taps, padding);

export interface Deviation {
  rows?: Placing;
  columns?: Placing;
  /** the row or column that is read for one outside of the image */
  reached?: (index: number, size: number, padding: PlanarPadding) => number;
}

/** The products of a window summed, as a student writes it, with pixels of 0 outside of the image; undefined where no window fits. */
export function slidByStudent(
  image: Matrix,
  kernel: Matrix,
  padding: PlanarPadding,
  { rows: placedRows = placed, columns: placedColumns = placed, reached = (index) => index }: Deviation = {},
): Matrix | undefined {
  const [height, width] = tapsOf(image);
  const [kh, kw] = tapsOf(kernel);
  const rows = placedRows(height, kh, padding);
  const columns = placedColumns(width, kw, padding);
  if (rows.outputs < 1 || columns.outputs < 1) return undefined;
  return times(rows.outputs, (i) =>
    times(columns.outputs, (j) => {
      let sum = 0;
      kernel.forEach((row, u) => {
        row.forEach((weight, v) => {
          const r = reached(i + rows.start + u, height, padding);
          const s = reached(j + columns.start + v, width, padding);
          sum += weight * (image[r]?.[s] ?? 0);
        });
      });
      return sum;
    }),
  );
}
