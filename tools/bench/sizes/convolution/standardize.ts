import type { Sized } from '../../sized.ts';

/** The images of a batch. */
export const standardize: Sized = ({ images: [batch, height, width, channels] }, draw) => [
  draw.signed(batch, height, width, channels),
];
