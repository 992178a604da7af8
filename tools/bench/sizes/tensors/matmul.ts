import type { Sized } from '../../sized.ts';

/** Two square matrices. */
export const matmul: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(n, n)];
