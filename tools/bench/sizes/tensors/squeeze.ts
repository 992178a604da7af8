import type { Sized } from '../../sized.ts';

/** A square matrix behind an axis of 1. */
export const squeeze: Sized = ({ matrix: n }, draw) => [draw.signed(1, n, n)];
