import type { Sized } from '../../sized.ts';

/** Codes of n dimensions for n samples. */
export const reparameterize: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(n, n), draw.signed(n, n)];
