import type { Sized } from '../../sized.ts';

/** n samples, n parameters. */
export const batchGradient: Sized = ({ matrix: n }, draw) => [draw.signed(n, n)];
