import type { Sized } from '../../sized.ts';

/** n samples of n classes. */
export const labelSmoothing: Sized = ({ matrix: n }, draw) => [draw.distributions(n, n)];
