import type { Sized } from '../../sized.ts';

/** A first layer and one residual layer of 3 by 3, with as many channels out as in. */
export const resnetBlock: Sized = ({ images: [batch, height, width, channels] }, draw) => {
  const layer = () => ({ kernel: draw.signed(3, 3, channels, channels), bias: draw.signed(channels) });
  return [draw.signed(batch, height, width, channels), layer(), [layer()]];
};
