import type { Sized } from '../../sized.ts';

/** Two layers of 3 by 3, with as many channels out as in. */
export const vggBlock: Sized = ({ images: [batch, height, width, channels] }, draw) => {
  const layer = () => ({ kernel: draw.signed(3, 3, channels, channels), bias: draw.signed(channels) });
  return [draw.signed(batch, height, width, channels), [layer(), layer()]];
};
