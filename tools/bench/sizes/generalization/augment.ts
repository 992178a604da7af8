import type { Sized } from '../../sized.ts';

/** A batch of images, flipped, shifted and with noise. */
export const augment: Sized = ({ images: [B, H, W, C] }, draw) => [
  draw.signed(B, H, W, C),
  { flip: 'horizontal', down: 1, right: -2, noise: 0.1, seed: 1 },
];
