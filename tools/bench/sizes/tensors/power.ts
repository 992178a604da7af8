import type { Sized } from '../../sized.ts';

/** A square matrix and a row of exponents that is repeated. */
export const power: Sized = ({ matrix: n }, draw) => [draw.positive(n, n), draw.signed(n)];
