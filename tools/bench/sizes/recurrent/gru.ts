import type { Sized } from '../../sized.ts';

/** A whole sequence, with as many units as features. */
export const gru: Sized = ({ sequence: [batch, time, features] }, draw) => {
  const gate = { w: draw.weights(2 * features, features), b: draw.signed(features) };
  return [draw.signed(batch, time, features), { update: gate, reset: gate, candidate: gate }];
};
