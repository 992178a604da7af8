import type { Sized } from '../../sized.ts';

/** Two distributions over n * n outcomes; their sums are not asked to be 1. */
export const klDivergence: Sized = ({ matrix: n }, draw) => [draw.positive(n * n), draw.positive(n * n)];
