import { map } from '../../../../reference/ndarray.ts';
import type { Sized } from '../../sized.ts';

/** n documents of n terms, counts of 0 to 3. */
export const tfIdf: Sized = ({ matrix: n }, draw) => [map(draw.unit(n, n), (u) => Math.floor(4 * u))];
