import type { Sized } from '../../sized.ts';

/** A square matrix as one row. */
export const reshape: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), [1, -1]];
