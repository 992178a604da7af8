import type { Sized } from '../../sized.ts';

/** Probabilities of n classes for n samples. */
export const categoricalCrossEntropy: Sized = ({ matrix: n }, draw) => [
  draw.distributions(n, n),
  draw.distributions(n, n),
];
