import type { Sized } from '../../sized.ts';

/** n samples of n features, and a critic of n hidden units. */
export const gradientPenalty: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.signed(n, n),
  draw.unit(n),
  { w1: draw.signed(n, n), b1: draw.signed(n), w2: draw.signed(n) },
];
