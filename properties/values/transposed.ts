import { nth } from './nth.ts';
/** A matrix with its rows as columns. */
export function transposed<T>(matrix: readonly (readonly T[])[]): T[][] {
  return (matrix[0] ?? []).map((_, j) => matrix.map((row) => nth(row, j)));
}
