import type { Images, Matrix, Vector } from '../values/value.ts';

/** Numbers of -1.375 to 1.375 that look drawn and are exact in float32, for edges too large to be written out. */
export function variedVector(length: number, from = 0): Vector {
  return Array.from({ length }, (_, i) => (((from + i) * 7 + 3) % 23) / 8 - 1.375);
}

/** The same as a matrix. */
export function variedMatrix(rows: number, columns: number, from = 0): Matrix {
  return Array.from({ length: rows }, (_, i) => variedVector(columns, from + i * columns));
}

/** The same of rank 4: images or a kernel. */
export function variedImages(count: number, rows: number, columns: number, channels: number, from = 0): Images {
  return Array.from({ length: count }, (_, n) =>
    Array.from({ length: rows }, (_row, i) =>
      variedMatrix(columns, channels, from + (n * rows + i) * columns * channels),
    ),
  );
}
