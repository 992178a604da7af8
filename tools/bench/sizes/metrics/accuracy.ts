import type { Sized } from '../../sized.ts';

/** n classes for n samples. */
export const accuracy: Sized = ({ matrix: n }, draw) => [
  { total: 0, count: 0 },
  draw.signed(n, n),
  draw.distributions(n, n),
];
