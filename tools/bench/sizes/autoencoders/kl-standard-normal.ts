import type { Sized } from '../../sized.ts';

/** Codes of n dimensions for n samples. */
export const klStandardNormal: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(n, n)];
