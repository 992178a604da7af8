import type { NdArray } from '../../../reference/ndarray.ts';
import type { Rounded, Rounding } from '../../rounding/rounding.ts';

/** The rows of a matrix in running-error arithmetic. */
export function lifted(r: Rounding, matrix: NdArray): Rounded[][] {
  const [rows = 0, columns = 0] = matrix.shape;
  return Array.from({ length: rows }, (_, n) => Array.from({ length: columns }, (_, j) => r.input(matrix.get(n, j))));
}
