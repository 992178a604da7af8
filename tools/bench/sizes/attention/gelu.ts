import type { Sized } from '../../sized.ts';

/** A drive for each of n units and n samples. */
export const gelu: Sized = ({ matrix: n }, draw) => [draw.signed(n, n)];
