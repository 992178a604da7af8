import type { Sized } from '../../sized.ts';

/** n rows of n features. */
export const layerNorm: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.positive(n), draw.signed(n)];
