import type { Sized } from '../../sized.ts';

/** A quarter of the pixels set to 0, with noise on the others. */
export const denoisingCorruption: Sized = ({ images: [batch, height, width, channels] }, draw) => [
  draw.signed(batch, height, width, channels),
  1,
  { deviation: 0.5 },
];
