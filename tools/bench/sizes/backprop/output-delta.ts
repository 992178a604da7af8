import type { Sized } from '../../sized.ts';

/** n * n units. */
export const outputDelta: Sized = ({ matrix: n }, draw) => [
  draw.positive(n * n),
  draw.positive(n * n),
  draw.signed(n * n),
];
