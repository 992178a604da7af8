import type { Sized } from '../../sized.ts';

/** Vectors of n numbers, and n negatives. */
export const skipGramNegativeSampling: Sized = ({ matrix: n }, draw) => [
  draw.signed(n),
  draw.signed(n),
  draw.signed(n, n),
];
