import type { Sized } from '../../sized.ts';

/** n * n values with a weight each. */
export const meanMetric: Sized = ({ matrix: n }, draw) => [
  { total: 0, count: 0 },
  draw.signed(n * n),
  { weights: draw.positive(n * n) },
];
