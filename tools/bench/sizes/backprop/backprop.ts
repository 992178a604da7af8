import type { Sized } from '../../sized.ts';

/** Two layers of n units for n samples of n features. */
export const backprop: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.positive(n, n),
  [1, 2].map(() => ({ w: draw.weights(n, n), b: draw.signed(n) })),
];
