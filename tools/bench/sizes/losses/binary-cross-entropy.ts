import type { Sized } from '../../sized.ts';

/** n * n samples, from logits. */
export const binaryCrossEntropy: Sized = ({ matrix: n }, draw) => [
  draw.signed(n * n),
  draw.unit(n * n),
  { fromLogits: true },
];
