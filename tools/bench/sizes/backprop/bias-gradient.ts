import type { Sized } from '../../sized.ts';

/** n units, n samples. */
export const biasGradient: Sized = ({ matrix: n }, draw) => [draw.signed(n, n)];
