import type { Sized } from '../../sized.ts';

/** A layer of n units for n samples of n features. */
export const denseLayer: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.weights(n, n),
  draw.signed(n),
  'sigmoid',
];
