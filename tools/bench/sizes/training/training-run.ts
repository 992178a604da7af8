import type { Sized } from '../../sized.ts';

/** Two epochs of two layers of n units, with n samples of n features and n classes. */
export const trainingRun: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.distributions(n, n),
  [
    { w: draw.weights(n, n), b: draw.signed(n), activation: 'tanh' },
    { w: draw.weights(n, n), b: draw.signed(n), activation: 'identity' },
  ],
  [draw.unit(n - 1), draw.unit(n - 1)],
];
