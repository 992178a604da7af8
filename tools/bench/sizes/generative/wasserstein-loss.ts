import type { Sized } from '../../sized.ts';

/** n * n real samples and as many generated ones. */
export const wassersteinLoss: Sized = ({ matrix: n }, draw) => [draw.signed(n * n), draw.signed(n * n)];
