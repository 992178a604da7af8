import type { Sized } from '../../sized.ts';

/** A whole sequence, with as many units as features. */
export const lstm: Sized = ({ sequence: [batch, time, features] }, draw) => [
  draw.signed(batch, time, features),
  { w: draw.weights(2 * features, 4 * features), b: draw.signed(4 * features) },
];
