import { tensor } from '../../../../reference/ndarray.ts';
import type { Sized } from '../../sized.ts';

/** A whole sequence with every third step masked, with as many units as features. */
export const masking: Sized = ({ sequence: [batch, time, features] }, draw) => [
  draw.signed(batch, time, features),
  tensor(
    [batch, time],
    Array.from({ length: batch * time }, (_, i) => (i % 3 === 2 ? 0 : 1)),
  ),
  { wx: draw.weights(features, features), wh: draw.weights(features, features), b: draw.signed(features) },
];
