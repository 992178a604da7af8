import type { Sized } from '../../sized.ts';

/** A kernel of 3 by 3 on a square image. */
export const crossCorrelate2d: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(3, 3), 'same'];
