import { map, type NdArray, tensor, zip } from '../../ndarray.ts';

/** The Euclidean norm of numbers, as the product of two: one alone may overflow where the other does not. */
export interface Norm {
  /** the largest absolute value */
  largest: number;
  /** the norm over it: 0 if all are 0, else from 1 to the root of their count */
  ratio: number;
}

/** The norm of numbers of any size: each is divided by the largest before it is squared, so that no square overflows or vanishes. */
export function normOf(values: Float64Array): Norm {
  const largest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  if (largest === 0) return { largest, ratio: 0 };
  const sum = values.reduce((total, x) => total + (x / largest) * (x / largest), 0);
  return { largest, ratio: Math.sqrt(sum) };
}

/** `g`, scaled down to the length `limit` if its norm is larger. */
export function clipped(g: NdArray, { largest, ratio }: Norm, limit: number): NdArray {
  return map(g, largest * ratio <= limit ? (gi) => gi : (gi) => (gi / largest / ratio) * limit);
}

/**
 * The gradient of `clipped` by what is clipped, with `upstream` that of the result: where nothing is scaled it passes, and else
 * loses its part along the unit vector `g` over its norm, and is scaled too. The norm may be that of several arrays: then `along`, the sum of
 * upstream times unit vector, is taken over all of them.
 */
export function clippedGradient(upstream: NdArray, g: NdArray, norm: Norm, limit: number, along: number): NdArray {
  const { largest, ratio } = norm;
  if (largest * ratio <= limit) return map(upstream, (u) => u);
  return zip(upstream, g, (u, gi) => (u - along * (gi / largest / ratio)) * (limit / largest / ratio));
}

/** The sum of upstream times `g` over its norm; NaN if that is 0, when nothing is scaled and it is not used. */
export function alongUnit(upstream: NdArray, g: NdArray, { largest, ratio }: Norm): number {
  const { data } = zip(upstream, g, (u, gi) => u * (gi / largest / ratio));
  return data.reduce((total, term) => total + term, 0);
}

/** A column of a matrix. */
export function columnOf(matrix: NdArray, j: number): NdArray {
  const rows = matrix.shape[0] as number;
  return tensor(
    [rows],
    Array.from({ length: rows }, (_, i) => matrix.get(i, j)),
  );
}
