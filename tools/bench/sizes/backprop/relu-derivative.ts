import type { Sized } from '../../sized.ts';

/** Each element of a matrix. */
export const reluDerivative: Sized = ({ matrix: n }, draw) => [draw.signed(n, n)];
