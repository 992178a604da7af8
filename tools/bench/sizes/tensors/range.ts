import type { Sized } from '../../sized.ts';

/** As many numbers as a square matrix has. */
export const range: Sized = ({ matrix: n }) => [0, n * n, 1];
