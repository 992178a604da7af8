import type { Sized } from '../../sized.ts';

/** As many queries as keys, values as wide as keys, no mask. */
export const scaledDotProductAttention: Sized = ({ sequence: [batch, time, features] }, draw) => [
  draw.signed(batch, time, features),
  draw.signed(batch, time, features),
  draw.signed(batch, time, features),
];
