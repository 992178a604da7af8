import type { Sized } from '../../sized.ts';

/** A whole sequence, with as many units as features. */
export const bptt: Sized = ({ sequence: [batch, time, features] }, draw) => [
  draw.signed(batch, time, features),
  draw.signed(batch, time, features),
  { wx: draw.weights(features, features), wh: draw.weights(features, features), b: draw.signed(features) },
];
