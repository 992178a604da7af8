import type { Sized } from '../../sized.ts';

/** Two square matrices along a new last axis. */
export const stack: Sized = ({ matrix: n }, draw) => [[draw.signed(n, n), draw.signed(n, n)], -1];
