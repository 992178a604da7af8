import type { Sized } from '../../sized.ts';

/** One step for the n * n weights of a layer. */
export const adam: Sized = ({ matrix: n }, draw) => [
  { theta: draw.signed(n * n), m: draw.signed(n * n), v: draw.positive(n * n), t: 10 },
  draw.signed(n * n),
];
