import type { Sized } from '../../sized.ts';

/** One step on a quadratic form of n parameters. */
export const nesterov: Sized = ({ matrix: n }, draw) => [
  { theta: draw.signed(n), m: draw.signed(n) },
  { a: draw.weights(n, n), b: draw.signed(n) },
];
