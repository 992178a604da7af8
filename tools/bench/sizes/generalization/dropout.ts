import type { Sized } from '../../sized.ts';

/** n samples of n units. */
export const dropout: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.unit(n, n)];
