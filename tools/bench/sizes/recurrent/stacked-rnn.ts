import type { Sized } from '../../sized.ts';

/** Two layers over a whole sequence, with as many units as features. */
export const stackedRnn: Sized = ({ sequence: [batch, time, features] }, draw) => {
  const layer = {
    wx: draw.weights(features, features),
    wh: draw.weights(features, features),
    b: draw.signed(features),
  };
  return [draw.signed(batch, time, features), [layer, layer]];
};
