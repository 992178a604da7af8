import type { Sized } from '../../sized.ts';

/** A batch of n * n values, after as many. */
export const runningMoments: Sized = ({ matrix: n }, draw) => [
  { count: n * n, mean: 0.5, variance: 1 },
  draw.signed(n * n),
];
