import type { Sized } from '../../sized.ts';

/** One step for the n * n weights of a layer. */
export const adamUncorrected: Sized = ({ matrix: n }, draw) => [
  { theta: draw.signed(n * n), m: draw.signed(n * n), v: draw.positive(n * n) },
  draw.signed(n * n),
];
