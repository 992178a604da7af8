import type { Sized } from '../../sized.ts';

/** One step, with as many units as features. */
export const gruCell: Sized = ({ sequence: [batch, , features] }, draw) => {
  const gate = { w: draw.weights(2 * features, features), b: draw.signed(features) };
  return [draw.signed(batch, features), draw.signed(batch, features), { update: gate, reset: gate, candidate: gate }];
};
