import type { Sized } from '../../sized.ts';

/** Three layers of n units for n samples of n features. */
export const mlpForward: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  [1, 2, 3].map(() => ({ w: draw.weights(n, n), b: draw.signed(n), activation: 'tanh' })),
];
