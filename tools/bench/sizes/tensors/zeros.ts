import type { Sized } from '../../sized.ts';

/** A square matrix. */
export const zeros: Sized = ({ matrix: n }) => [[n, n]];
