import type { Sized } from '../../sized.ts';

/** A square matrix to whole numbers. */
export const cast: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), 'int32'];
