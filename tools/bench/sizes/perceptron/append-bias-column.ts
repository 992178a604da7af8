import type { Sized } from '../../sized.ts';

/** n samples of n features. */
export const appendBiasColumn: Sized = ({ matrix: n }, draw) => [draw.signed(n, n)];
