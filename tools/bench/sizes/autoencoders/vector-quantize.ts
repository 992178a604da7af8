import type { Sized } from '../../sized.ts';

/** n rows of n entries, with a codebook of 16 codes. */
export const vectorQuantize: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(16, n)];
