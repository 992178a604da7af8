import type { Sized } from '../../sized.ts';

/** The gradient of n * n weights. */
export const clipByValue: Sized = ({ matrix: n }, draw) => [draw.signed(n * n), -0.5, 0.5];
