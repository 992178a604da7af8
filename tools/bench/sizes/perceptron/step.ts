import type { Sized } from '../../sized.ts';

/** Each element of a matrix. */
export const step: Sized = ({ matrix: n }, draw) => [draw.signed(n, n)];
