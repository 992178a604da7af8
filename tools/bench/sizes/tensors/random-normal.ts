import type { Sized } from '../../sized.ts';

/** A square matrix. */
export const randomNormal: Sized = ({ matrix: n }) => [[n, n], 7];
