import { map } from '../../../../reference/ndarray.ts';
import type { Sized } from '../../sized.ts';

/** Codes of n units for n samples, from 1/4 to 3/4. */
export const sparsityPenalty: Sized = ({ matrix: n }, draw) => [map(draw.positive(n, n), (x) => x / 2)];
