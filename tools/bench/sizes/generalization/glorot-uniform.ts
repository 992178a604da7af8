import type { Sized } from '../../sized.ts';

/** The n * n weights of a layer. */
export const glorotUniform: Sized = ({ matrix: n }, draw) => [draw.unit(n, n), n, n];
