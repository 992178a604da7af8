import { map } from '../../../../reference/ndarray.ts';
import type { Sized } from '../../sized.ts';

/** n samples of n classes, with random numbers from 1/4 to 3/4. */
export const gumbelSoftmax: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  map(draw.positive(n, n), (u) => u / 2),
];
