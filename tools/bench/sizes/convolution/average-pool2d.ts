import type { Sized } from '../../sized.ts';

/** Windows of 2 by 2, side by side. */
export const averagePool2d: Sized = ({ images: [batch, height, width, channels] }, draw) => [
  draw.signed(batch, height, width, channels),
];
