import type { Sized } from '../../sized.ts';

/** Three steps of two layers of n units, with n samples of n features. */
export const trainMlp: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.positive(n, n),
  [1, 2].map(() => ({ w: draw.weights(n, n), b: draw.signed(n) })),
  { learningRate: 0.1, steps: 3 },
];
