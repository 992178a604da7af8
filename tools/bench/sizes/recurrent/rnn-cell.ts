import type { Sized } from '../../sized.ts';

/** One step, with as many units as features. */
export const rnnCell: Sized = ({ sequence: [batch, , features] }, draw) => [
  draw.signed(batch, features),
  draw.signed(batch, features),
  { wx: draw.weights(features, features), wh: draw.weights(features, features), b: draw.signed(features) },
];
