import type { Sized } from '../../sized.ts';

/** A square matrix. */
export const ones: Sized = ({ matrix: n }) => [[n, n]];
