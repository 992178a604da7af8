import { map } from '../../../../reference/ndarray.ts';
import type { Sized } from '../../sized.ts';

/** A text of n^2 tokens. */
export const perplexity: Sized = ({ matrix: n }, draw) => [map(draw.unit(n * n), (x) => -x)];
