import type { Sized } from '../../sized.ts';

/** Images of twice the height and width, by a kernel of 3 by 3. */
export const transposedConv2d: Sized = ({ images: [batch, height, width, channels] }, draw) => [
  draw.signed(batch, height, width, channels),
  draw.signed(3, 3, channels, channels),
  { strides: [2, 2], padding: 'same' },
];
