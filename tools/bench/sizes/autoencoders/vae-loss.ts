import type { Sized } from '../../sized.ts';

/** n samples of n pixels, with codes of n dimensions. */
export const vaeLoss: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.signed(n, n),
  draw.signed(n, n),
  draw.signed(n, n),
];
