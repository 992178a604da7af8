import type { Sized } from '../../sized.ts';

/** The n * n weights of a layer. */
export const frobeniusNorm: Sized = ({ matrix: n }, draw) => [draw.signed(n, n)];
