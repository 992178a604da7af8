import type { Sized } from '../../sized.ts';

/** The gradients of the weights and the biases of two layers. */
export const clipByGlobalNorm: Sized = ({ matrix: n }, draw) => [
  [draw.signed(n * n), draw.signed(n), draw.signed(n * n), draw.signed(n)],
  1,
];
