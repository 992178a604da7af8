import type { Sized } from '../../sized.ts';

/** A kernel of 3 by 3, with as many channels out as in. */
export const denseConcat: Sized = ({ images: [batch, height, width, channels] }, draw) => [
  draw.signed(batch, height, width, channels),
  draw.signed(3, 3, channels, channels),
  draw.signed(channels),
];
