import type { Sized } from '../../sized.ts';

/** n samples through four layers of n units. */
export const gradientFlow: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.signed(n, n),
  Array.from({ length: 4 }, () => ({ w: draw.weights(n, n), b: draw.signed(n), activation: 'tanh' })),
];
