import type { Sized } from '../../sized.ts';

/** Four tokens around, and n tokens of n numbers in all. */
export const cbow: Sized = ({ matrix: n }, draw) => [draw.signed(4, n), draw.signed(n, n), n - 1];
