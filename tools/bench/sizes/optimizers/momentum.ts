import type { Sized } from '../../sized.ts';

/** One step for the n * n weights of a layer. */
export const momentum: Sized = ({ matrix: n }, draw) => [
  { theta: draw.signed(n * n), m: draw.signed(n * n) },
  draw.signed(n * n),
];
