/** How large the arguments of a formula are: of matrices, of images and of sequences. */
export interface Size {
  name: 'small' | 'middle' | 'large';
  /** rows and columns of every matrix */
  matrix: number;
  /** [batch, height, width, channels] */
  images: readonly [number, number, number, number];
  /** [batch, time, features] */
  sequence: readonly [number, number, number];
}

export type SizeName = Size['name'];

/** The three sizes, the smallest first. */
export const SIZES: readonly Size[] = [
  { name: 'small', matrix: 16, images: [8, 8, 8, 3], sequence: [8, 8, 8] },
  { name: 'middle', matrix: 128, images: [8, 32, 32, 16], sequence: [32, 20, 32] },
  { name: 'large', matrix: 512, images: [8, 64, 64, 32], sequence: [64, 50, 128] },
];
