import type { Sized } from '../../sized.ts';

/** As many steps written as read, with as many units and outputs as features. */
export const encoderDecoder: Sized = ({ sequence: [batch, time, features] }, draw) => {
  const layer = {
    wx: draw.weights(features, features),
    wh: draw.weights(features, features),
    b: draw.signed(features),
  };
  const output = { w: draw.weights(features, features), b: draw.signed(features) };
  return [draw.signed(batch, time, features), { encoder: layer, decoder: layer, output }, time];
};
