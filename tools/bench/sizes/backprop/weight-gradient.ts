import type { Sized } from '../../sized.ts';

/** A layer of n units on n inputs, n samples. */
export const weightGradient: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(n, n)];
