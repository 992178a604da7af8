import type { Sized } from '../../sized.ts';

/** The columns of a square matrix. */
export const reduceSum: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), { axes: [0] }];
