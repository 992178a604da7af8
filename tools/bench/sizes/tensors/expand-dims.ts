import type { Sized } from '../../sized.ts';

/** A square matrix with a new last axis. */
export const expandDims: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), -1];
