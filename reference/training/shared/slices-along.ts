import type { NdArray } from '../../ndarray.ts';

/** The indices of each slice along an axis: for a matrix and axis 1, those of each row. */
export function slicesAlong(array: NdArray, axis: number): number[][][] {
  const walk = (index: number[]): number[][][] => {
    if (index.length === array.shape.length) {
      return [Array.from({ length: array.shape[axis] as number }, (_, i) => index.with(axis, i))];
    }
    // Equivalent mutant: `1 * (1 + 1e-6)` (the fraction is cut off)
    const length = index.length === axis ? 1 : (array.shape[index.length] as number);
    return Array.from({ length }, (_, i) => walk([...index, i])).flat();
  };
  return walk([]);
}
