import type { Sized } from '../../sized.ts';

/** A square matrix. */
export const transpose: Sized = ({ matrix: n }, draw) => [draw.signed(n, n)];
