import type { Sized } from '../../sized.ts';

/** n features of n samples, in training. */
export const batchNorm: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  { gamma: draw.positive(n), beta: draw.signed(n), mean: draw.signed(n), variance: draw.positive(n) },
];
