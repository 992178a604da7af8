import type { Images, Kernel, Vector } from '../../values/value.ts';

/** One image of one channel. */
export function image(...rows: Vector[]): Images {
  return [rows.map((row) => row.map((pixel) => [pixel]))];
}

/** A kernel of one channel in and one out. */
export function kernel(...rows: Vector[]): Kernel {
  return rows.map((row) => row.map((weight) => [[weight]]));
}
