import type { Sized } from '../../sized.ts';

/** Half of the channels in between, and a kernel of 3 by 3 back to all of them. */
export const bottleneck: Sized = ({ images: [batch, height, width, channels] }, draw) => {
  const reduced = Math.ceil(channels / 2);
  return [
    draw.signed(batch, height, width, channels),
    { kernel: draw.signed(1, 1, channels, reduced), bias: draw.signed(reduced) },
    { kernel: draw.signed(3, 3, reduced, channels), bias: draw.signed(channels) },
  ];
};
