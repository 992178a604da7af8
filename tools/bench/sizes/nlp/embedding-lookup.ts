import { map } from '../../../../reference/ndarray.ts';
import type { Sized } from '../../sized.ts';

/** A batch of texts over n tokens. */
export const embeddingLookup: Sized = ({ matrix: n, sequence: [batch, time, features] }, draw) => [
  draw.signed(n, features),
  map(draw.unit(batch, time), (u) => Math.floor(u * n)),
];
