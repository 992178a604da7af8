import type { Sized } from '../../sized.ts';

/** The columns of a square matrix. */
export const reduceProd: Sized = ({ matrix: n }, draw) => [draw.positive(n, n), { axes: [0] }];
