import type { Sized } from '../../sized.ts';

/** n positions of n columns. */
export const positionalEncoding: Sized = ({ matrix: n }) => [n, n];
