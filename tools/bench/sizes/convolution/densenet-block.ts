import type { Sized } from '../../sized.ts';

/** Two layers of 3 by 3 that each add half as many channels as the images have. */
export const densenetBlock: Sized = ({ images: [batch, height, width, channels] }, draw) => {
  const growth = Math.ceil(channels / 2);
  const layer = (before: number) => ({ kernel: draw.signed(3, 3, before, growth), bias: draw.signed(growth) });
  return [draw.signed(batch, height, width, channels), [layer(channels), layer(channels + growth)]];
};
