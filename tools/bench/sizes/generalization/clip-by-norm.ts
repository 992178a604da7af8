import type { Sized } from '../../sized.ts';

/** The gradient of n * n weights. */
export const clipByNorm: Sized = ({ matrix: n }, draw) => [draw.signed(n * n), 1];
