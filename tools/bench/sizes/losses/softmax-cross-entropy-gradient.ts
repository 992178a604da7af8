import type { Sized } from '../../sized.ts';

/** n classes for n samples. */
export const softmaxCrossEntropyGradient: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.distributions(n, n),
];
