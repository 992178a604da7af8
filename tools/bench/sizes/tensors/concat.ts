import type { Sized } from '../../sized.ts';

/** Two square matrices beside each other. */
export const concat: Sized = ({ matrix: n }, draw) => [[draw.signed(n, n), draw.signed(n, n)], 1];
