import type { Sized } from '../../sized.ts';

/** n samples of n features. */
export const diffusionLoss: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.signed(n, n),
  draw.unit(n),
  { w: draw.signed(n, n), b: draw.signed(n) },
];
