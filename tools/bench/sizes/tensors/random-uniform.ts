import type { Sized } from '../../sized.ts';

/** A square matrix. */
export const randomUniform: Sized = ({ matrix: n }) => [[n, n], 7];
