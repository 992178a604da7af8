import type { Sized } from '../../sized.ts';

/** The outputs of a whole sequence, as many as units. */
export const rnnOutput: Sized = ({ sequence: [batch, time, features] }, draw) => [
  draw.signed(batch, time, features),
  draw.weights(features, features),
  draw.signed(features),
];
