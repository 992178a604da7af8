import type { Sized } from '../../sized.ts';

/** The n * n weights of a layer. */
export const glorotNormal: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), n, n];
