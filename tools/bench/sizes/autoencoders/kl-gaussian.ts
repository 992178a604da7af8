import type { Sized } from '../../sized.ts';

/** Codes of n dimensions for n samples, each with a Gaussian of its own to diverge from. */
export const klGaussian: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.signed(n, n),
  draw.signed(n, n),
  draw.signed(n, n),
];
