import type { Sized } from '../../sized.ts';

/** A square matrix and a row that is repeated. */
export const divide: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.positive(n)];
