import type { Sized } from '../../sized.ts';

/** The n * n weights of a layer and their gradient. */
export const adaptiveClip: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(n, n)];
