import type { Sized } from '../../sized.ts';

/** n samples of n features. */
export const diffusionForward: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(n, n), draw.unit(n)];
