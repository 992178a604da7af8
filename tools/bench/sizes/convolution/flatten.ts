import type { Sized } from '../../sized.ts';

/** The feature maps of a batch. */
export const flatten: Sized = ({ images: [batch, height, width, channels] }, draw) => [
  draw.signed(batch, height, width, channels),
];
