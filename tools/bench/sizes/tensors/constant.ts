import type { Sized } from '../../sized.ts';

/** A square matrix filled with a number. */
export const constant: Sized = ({ matrix: n }) => [0.5, [n, n]];
