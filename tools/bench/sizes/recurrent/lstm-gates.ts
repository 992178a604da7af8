import type { Sized } from '../../sized.ts';

/** One step, with as many units as features. */
export const lstmGates: Sized = ({ sequence: [batch, , features] }, draw) => [
  draw.signed(batch, features),
  draw.signed(batch, features),
  { w: draw.weights(2 * features, 4 * features), b: draw.signed(4 * features) },
];
