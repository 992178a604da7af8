import type { Sized } from '../../sized.ts';

/** A square matrix and a row that is repeated. */
export const subtract: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(n)];
